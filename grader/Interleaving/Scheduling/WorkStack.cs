namespace Interleaving.Scheduling;

/// <summary>Work that was counted under one stack of calls.</summary>
/// <param name="Stack">The program's own methods as their author named them, outermost first, over the operations that started one another.</param>
/// <param name="Work">Loop rounds and calls.</param>
internal sealed record WorkStack(IReadOnlyList<string> Stack, long Work);
