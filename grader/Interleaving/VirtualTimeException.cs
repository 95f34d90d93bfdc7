namespace Interleaving;

/// <summary>Something took another time than a <see cref="VirtualTimeAssertions">virtual-time assertion</see> says.</summary>
/// <param name="message">Both times.</param>
public sealed class VirtualTimeException(string message) : Exception(message);
