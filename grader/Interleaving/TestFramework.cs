namespace Interleaving;

/// <summary>
/// What the engine has to know of a test framework that remembers more of a test than the exception that it ends with. A
/// package beside the engine brings it, and says so by <see cref="TestFrameworkAttribute"/>.
/// </summary>
internal abstract class TestFramework
{
    /// <summary>Whether the calling thread runs a test of this framework.</summary>
    public abstract bool IsRunning { get; }

    /// <summary>
    /// Sets an execution apart from the test around it and from the executions before; called as its first operation. The result
    /// tells, when the execution is at its end, the worst that was noted in it; null when that is nothing.
    /// </summary>
    public abstract Func<Ending?> Begin();
}
