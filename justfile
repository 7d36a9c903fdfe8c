# Short names for what `cargo xtask` does; nothing lives here alone.

# every check, exactly as the build server runs them
check:
    cargo xtask test

# lay the code out
fmt:
    cargo xtask fmt

# the browser journeys alone
e2e:
    cargo xtask e2e

# the program on a folder of its own, with an invented landlord
demo:
    cargo run -- demo
