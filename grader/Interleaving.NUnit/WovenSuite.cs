using System.Reflection;
using Interleaving.Weaving;
using NUnit.Framework;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Interleaving.NUnit;

/// <summary>The tests of a woven copy of an assembly.</summary>
internal sealed class WovenSuite
{
    /// <summary>By full name; tests of one name are kept in the order of NUnit's own tree.</summary>
    private readonly ILookup<string, TestMethod> tests;

    /// <summary>Held on to: a collectible context that nobody refers to unloads itself, and loads nothing more.</summary>
    private readonly WovenContext context;

    private WovenSuite(WovenContext context, ITest root)
    {
        this.context = context;
        tests = Leaves(root).ToLookup(test => test.FullName, StringComparer.Ordinal);
    }

    public static WovenSuite Of(Assembly assembly)
    {
        var context = ProjectAssemblies.Load(assembly);
        var settings = new Dictionary<string, object>
        {
            // Building a tree sets this for the whole process: it must stay what it is.
            ["WorkDirectory"] = TestContext.CurrentContext.WorkDirectory,
        };
        return new WovenSuite(
            context,
            new DefaultTestAssemblyBuilder().Build(context.LoadWoven(assembly.GetName().Name!), settings));
    }

    public TestMethod Find(TestMethod test)
    {
        var twins = tests[test.FullName].ToList();
        var index = Siblings(test).IndexOf(test);
        return index >= 0 && index < twins.Count
            ? twins[index]
            : throw new InvalidOperationException(
                $"{test.FullName} has no twin in {context.Name}: do its arguments come out the same each time?");
    }

    private static List<TestMethod> Siblings(TestMethod test)
    {
        ITest root = test;
        while (root.Parent is { } parent)
            root = parent;
        return [.. Leaves(root).Where(other => other.FullName == test.FullName)];
    }

    private static IEnumerable<TestMethod> Leaves(ITest test) =>
        test is TestMethod method ? [method] : test.Tests.SelectMany(Leaves);
}
