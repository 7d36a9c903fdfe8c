-- Staff beside the officer who have a case in view: whoever oversees it, or held it at stage 1.
CREATE TABLE case_in_view (
    landlord TEXT NOT NULL,
    complaint TEXT NOT NULL,
    staff TEXT NOT NULL,
    PRIMARY KEY (landlord, complaint, staff)
);
CREATE INDEX case_in_view_staff ON case_in_view (landlord, staff, complaint);
