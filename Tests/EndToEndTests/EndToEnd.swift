import Testing

/// Tests of the built program, as it is run. One at a time, since they watch processes at work.
@Suite(.serialized)
enum EndToEnd {}
