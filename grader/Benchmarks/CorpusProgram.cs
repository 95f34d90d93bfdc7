using System.Reflection;
using Corpus;
using Interleaving;
using Interleaving.SourceMap;
using Interleaving.Weaving;

namespace Benchmarks;

/// <summary>One program of tests/Corpus, woven, to be explored.</summary>
/// <param name="Name">Its class and method, or what its suite calls it.</param>
/// <param name="Expected">How it fails; null when it is correct, or when that is for its suite to say.</param>
/// <param name="Body">Runs it once.</param>
internal sealed record CorpusProgram(string Name, FailureKind? Expected, Func<Task> Body)
{
    private static readonly WovenContext Woven = ProjectAssemblies.Load(typeof(CorrectAttribute).Assembly);

    /// <summary>The correct programs and their broken twins, in a fixed order.</summary>
    public static IEnumerable<CorpusProgram> Pairs =>
        from type in Woven.LoadWoven("Corpus").GetExportedTypes()
        orderby type.Name
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let broken = Attribute(method, nameof(BrokenAttribute))
        where broken is not null || Attribute(method, nameof(CorrectAttribute)) is not null
        select new CorpusProgram(
            $"{type.Name}.{method.Name}", (FailureKind?)(int?)broken?.ConstructorArguments[0].Value, BodyOf(method));

    /// <summary>The programs of a suite: Chess, SctBench or Speed.</summary>
    /// <param name="suite">The class that holds them.</param>
    public static IEnumerable<CorpusProgram> Suite(string suite) =>
        from method in Woven.LoadWoven("Corpus").GetType($"Corpus.Suites.{suite}", throwOnError: true)!.GetMethods()
        let named = Attribute(method, nameof(ProgramAttribute))
        where named is not null
        select new CorpusProgram((string)named.ConstructorArguments[0].Value!, null, BodyOf(method));

    /// <summary>One program by its name, whose test says what becomes of it.</summary>
    /// <param name="type">The class that holds it.</param>
    /// <param name="method">Its method.</param>
    public static CorpusProgram Of(Type type, string method) => new(
        $"{type.Name}.{method}",
        null,
        BodyOf(Woven.LoadWoven("Corpus").GetType(type.FullName!, throwOnError: true)!.GetMethod(method)!));

    /// <summary>Explores it. What was woven in this process since, by a test say, may have numbered its places like those of the corpus.</summary>
    public Exploration Explore(ExplorationOptions options)
    {
        SiteTable.Register(Woven.LoadWoven("Corpus"));
        return Explorer.Explore(Body, options);
    }

    public override string ToString() => Name;

    /// <summary>By name: the woven assembly has attribute types of its own.</summary>
    private static CustomAttributeData? Attribute(MethodInfo method, string name) =>
        method.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType.Name == name);

    private static Func<Task> BodyOf(MethodInfo method)
    {
        if (method.ReturnType != typeof(void))
            return method.CreateDelegate<Func<Task>>();
        var body = method.CreateDelegate<Action>();
        return () =>
        {
            body();
            return Task.CompletedTask;
        };
    }
}
