namespace Interleaving;

/// <summary>No order of the calls of a <see cref="History{TState}"/> explains what they returned.</summary>
/// <param name="message">The history, and the call that nothing explains.</param>
public sealed class NotLinearizableException(string message) : Exception(message);
