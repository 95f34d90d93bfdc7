using System.Collections.Concurrent;
using System.Reflection;
using Interleaving.SourceMap;
using NUnit.Framework.Internal;

namespace Interleaving.NUnit;

/// <summary>Finds the same test in a woven copy of its assembly, made once for each assembly.</summary>
internal static class WovenTwins
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<WovenSuite>> Suites = [];

    /// <summary>
    /// The test itself where its assembly is woven already. Throws <see cref="InvalidOperationException"/> with the mend when
    /// there is no such test in the copy.
    /// </summary>
    public static TestMethod Of(TestMethod test)
    {
        var assembly = test.Method.MethodInfo.Module.Assembly;
        return SiteTable.IsIn(assembly)
            ? test
            : Suites.GetOrAdd(assembly, static assembly => new Lazy<WovenSuite>(() => WovenSuite.Of(assembly))).Value.Find(test);
    }
}
