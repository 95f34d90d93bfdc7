using NUnit.Framework.Internal;

namespace Interleaving.NUnit;

/// <summary>Finds the same test in a woven copy of its assembly.</summary>
internal static class WovenTwins
{
    public static TestMethod Of(TestMethod test) => test;
}
