namespace Interleaving.Strategies;

/// <summary>One decision of a schedule that is not the default one.</summary>
/// <param name="Operation">Whose turn it was: its id.</param>
/// <param name="Steps">How many steps it had taken then (<see cref="Scheduling.Operation.Steps"/>): this names the place.</param>
/// <param name="Target">The id of the operation that got the turn instead.</param>
internal readonly record struct Deviation(int Operation, int Steps, int Target)
{
    /// <summary>The <see cref="Target"/> of a late end.</summary>
    public const int End = -1;

    /// <summary>How that is written.</summary>
    public const string EndText = "end";

    /// <summary>Whether it says that others run before a task, a thread or a Lazy of <see cref="Operation"/> says that it has ended.</summary>
    public bool IsLateEnd => Target == End;

    /// <summary>
    /// Whether it says that a store of <see cref="Operation"/> stays in its buffer, which is written as a turn given to itself:
    /// such a turn is what happens by default, and needs no other words.
    /// </summary>
    public bool IsDelay => Target == Operation;

    /// <summary>"1@3:2": when operation 1 came to a choice after 3 steps, operation 2 was picked.</summary>
    public override string ToString() => IsLateEnd ? $"{Operation}@{Steps}:{EndText}" : $"{Operation}@{Steps}:{Target}";
}
