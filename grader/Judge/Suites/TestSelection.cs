using Judge.Protocol;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Judge.Suites;

/// <summary>The tests that a request asks for, numbered.</summary>
internal sealed class TestSelection : TestFilter
{
    private readonly Dictionary<string, TestFound> byId = [];

    private TestSelection(IReadOnlyList<TestFound> tests) => Tests = tests;

    public IReadOnlyList<TestFound> Tests { get; }

    /// <summary>Throws <see cref="InvalidDataException"/> for a test that does not have exactly one category.</summary>
    public static TestSelection Of(ITest root, JudgeRequest request)
    {
        var replayed = request.Schedule is { } text ? TestSchedule.Parse(text).Test : (int?)null;
        var found = new List<TestFound>();
        var selection = new TestSelection(found);
        var index = 0;
        foreach (var test in Leaves(root))
        {
            var numbered = new TestFound(index++, request.Visible ? test.Name : Criterion(test));
            if (replayed is { } only && only != numbered.Index)
                continue;
            if (request.Criteria is { } criteria && !criteria.Contains(numbered.Criterion))
                continue;
            found.Add(numbered);
            selection.byId.Add(test.Id, numbered);
        }

        return selection;
    }

    /// <summary>Which test of the request this is; null for a fixture and for a test that was not asked for.</summary>
    public TestFound? Find(ITest test) => byId.GetValueOrDefault(test.Id);

    public override bool Match(ITest test) => byId.ContainsKey(test.Id);

    public override TNode AddToXml(TNode parentNode, bool recursive) => parentNode.AddElement("numbered");

    private static IEnumerable<ITest> Leaves(ITest test) => test.IsSuite ? test.Tests.SelectMany(Leaves) : [test];

    private static string Criterion(ITest test)
    {
        var categories = new List<string>();
        for (var at = test; at is not null; at = at.Parent)
            categories.AddRange(at.Properties["Category"].Cast<string>());
        return categories is [var criterion]
            ? criterion
            : throw new InvalidDataException(
                $"{test.FullName} has {categories.Count} categories; it needs exactly one, the criterion that it decides.");
    }
}
