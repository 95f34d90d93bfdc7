using Interleaving.Instrumentation;

namespace Benchmarks;

/// <summary>A shared number, with the hooks that weaving would put in.</summary>
internal sealed class Box
{
    public int Value;

    /// <summary>Value++ without a lock: reads, adds, writes.</summary>
    public void Increment()
    {
        var read = Hooks.Read(this, ref Value, -1);
        Hooks.Write(this, ref Value, read + 1, -1);
    }
}
