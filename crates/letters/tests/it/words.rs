//! Every letter in words: what a resident reads.
