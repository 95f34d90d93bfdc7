using System.Runtime.CompilerServices;
using NUnit.Framework.Interfaces;

namespace Interleaving.NUnit;

/// <summary>What the tests that ran in this process were found to do, for a host that wants more than pass or fail.</summary>
internal static class Explorations
{
    private static readonly ConditionalWeakTable<ITest, Exploration> Found = [];

    public static void Add(ITest test, Exploration exploration) => Found.AddOrUpdate(test, exploration);

    /// <summary>Null for a test that is not <see cref="InterleavedAttribute">interleaved</see>, or could not be explored.</summary>
    public static Exploration? Of(ITest test) => Found.TryGetValue(test, out var exploration) ? exploration : null;
}
