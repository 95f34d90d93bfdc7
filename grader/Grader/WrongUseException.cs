namespace Grader;

/// <summary>
/// The command cannot do what it was asked, because of what it was given: the message names the place and the mend.
/// The process then exits with status 2.
/// </summary>
internal sealed class WrongUseException(string message) : Exception(message);
