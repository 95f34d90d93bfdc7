using System.Reflection;
using System.Runtime.Loader;
using Interleaving;

namespace Benchmarks.PublicSolutions;

/// <summary>Runs one solution: alone, under the explorer, and natively.</summary>
internal static class Trial
{
    /// <summary>How long a native run may take before it counts as hung, and so as failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="checkout">The folder.</param>
    /// <param name="stressRuns">How often the stress test is run natively.</param>
    public static Outcome Of(string checkout, int stressRuns)
    {
        var name = Path.GetFileName(checkout);
        if (BankAccountSource.In(checkout) is not { } source)
            return new Outcome(name, "no class BankAccount with Open, Balance and UpdateBalance, ChangeBalance or Deposit and Withdraw");
        var (account, error) = CompiledAccount.Of(source);
        if (account is null)
            return new Outcome(name, $"does not compile: {error}");
        if (Native(account, "Alone") is { } wrong)
            return new Outcome(name, $"does not work in one thread: {wrong}");
        try
        {
            return new Outcome(
                name,
                null,
                Explorer.Explore(account.Woven("Changes")),
                Explorer.Explore(account.Woven("ChangesAndARead")),
                Enumerable.Range(0, stressRuns).Count(_ => Native(account, "Stress") is null));
        }
        catch (NotSupportedException refused)
        {
            return new Outcome(name, $"refused: {refused.Message}");
        }
    }

    /// <summary>One run in real threads, with static state of its own: what went wrong, or null.</summary>
    private static string? Native(CompiledAccount account, string method)
    {
        string? wrong = "hangs";
        using var image = new MemoryStream(account.Image);
        var run = new AssemblyLoadContext(CompiledAccount.Name, isCollectible: true).LoadFromStream(image)
            .GetType("Exercise", throwOnError: true)!.GetMethod(method)!.CreateDelegate<Action>();
        var thread = new Thread(() => Volatile.Write(ref wrong, Thrown(run))) { IsBackground = true };
        thread.Start();
        thread.Join(Patience);
        return Volatile.Read(ref wrong);
    }

    private static string? Thrown(Action run)
    {
        try
        {
            run();
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (e.InnerException ?? e).Message;
        }
    }
}
