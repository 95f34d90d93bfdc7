namespace Interleaving.Scheduling;

/// <summary>Unwinds an operation whose execution is over. It never leaves the engine.</summary>
internal sealed class ExecutionAbortedException() : Exception("This execution is over.");
