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
        var twin = context.LoadWoven(assembly.GetName().Name!);
        InitialiseSources(twin);
        return new WovenSuite(context, new DefaultTestAssemblyBuilder().Build(twin, settings));
    }

    public TestMethod Find(TestMethod test)
    {
        if (At(test, Siblings(test, Same), [.. tests[test.FullName]]) is { } twin)
            return twin;

        // Arguments that come out anew each time give another name: then the place among the cases of the method says which.
        var cases = Siblings(test, SameMethod);
        return At(test, cases, [.. tests.SelectMany(named => named).Where(other => SameMethod(test, other))])
            ?? throw new InvalidOperationException(
                $"{test.FullName} has no twin in {context.Name}: its source gave {cases.Count} cases, and another number when it was asked again.");
    }

    /// <summary>
    /// NUnit reads the fields that cases come from by reflection, and that alone initialises no woven type: so the types of
    /// all sources are initialised before.
    /// </summary>
    private static void InitialiseSources(Assembly twin)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        foreach (var type in twin.GetTypes())
        {
            var methods = type.GetMethods(All);
            var attributes = type.GetCustomAttributes()
                .Concat(methods.SelectMany(method => method.GetCustomAttributes()))
                .Concat(methods.SelectMany(method => method.GetParameters()).SelectMany(parameter => parameter.GetCustomAttributes()));
            foreach (var source in attributes.Select(attribute => SourceOf(attribute, type)).OfType<Type>().Distinct())
                Initialise(source);
        }
    }

    private static Type? SourceOf(Attribute attribute, Type declaring) => attribute switch
    {
        TestCaseSourceAttribute source => source.SourceType ?? declaring,
        ValueSourceAttribute source => source.SourceType ?? declaring,
        TestFixtureSourceAttribute source => source.SourceType ?? declaring,
        TheoryAttribute => declaring,
        _ => null,
    };

    private static void Initialise(Type type)
    {
        try
        {
            for (var at = type; at is not null && !at.ContainsGenericParameters; at = at.BaseType)
                StaticState.Ensure(at.TypeHandle);
        }
        catch (TypeInitializationException)
        {
            // NUnit meets it again, and says so where the tests of that source would be.
        }
    }

    private static TestMethod? At(TestMethod test, List<TestMethod> siblings, List<TestMethod> twins) =>
        siblings.Count == twins.Count && siblings.IndexOf(test) is >= 0 and var index ? twins[index] : null;

    private static bool Same(TestMethod test, TestMethod other) => test.FullName == other.FullName;

    private static bool SameMethod(TestMethod test, TestMethod other) =>
        test.Method.MethodInfo.MetadataToken == other.Method.MethodInfo.MetadataToken
        && test.TypeInfo!.FullName == other.TypeInfo!.FullName;

    private static List<TestMethod> Siblings(TestMethod test, Func<TestMethod, TestMethod, bool> same)
    {
        ITest root = test;
        while (root.Parent is { } parent)
            root = parent;
        return [.. Leaves(root).Where(other => same(test, other))];
    }

    private static IEnumerable<TestMethod> Leaves(ITest test) =>
        test is TestMethod method ? [method] : test.Tests.SelectMany(Leaves);
}
