// Loaded before Azurite: when whoever started it is gone, however it ended, the pipe closes and Azurite ends too.
process.stdin.on("end", () => process.exit(0));
process.stdin.on("error", () => process.exit(0));
process.stdin.resume();
