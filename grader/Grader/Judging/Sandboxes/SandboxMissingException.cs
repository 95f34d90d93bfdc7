namespace Grader.Judging.Sandboxes;

/// <summary>This machine cannot give a sandbox: the message says what is missing and what would mend it.</summary>
internal sealed class SandboxMissingException(string message) : Exception(message);
