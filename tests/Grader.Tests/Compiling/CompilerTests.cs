using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Grader.Tests.Compiling;

public sealed class CompilerTests
{
    [Test]
    public void An_error_is_told_as_a_person_would_want_it() =>
        Compiled.Of("class C\n{\n    int x = y;\n}\n").Errors.Select(error => error.ToString())
            .ShouldBe(["Tiny.cs:3: The name 'y' does not exist in the current context [CS0103]"]);

    [Test]
    public void Many_errors_are_cut_to_the_first_ones()
    {
        var errors = Compiled.Of(string.Concat(Enumerable.Range(0, 50).Select(i => $"class C{i} : Nothing {{ }}\n"))).Errors;
        errors.Count.ShouldBe(21);
        errors[^1].ToString().ShouldBe("Tiny.cs: and 30 more errors; mend the first ones first");
    }

    [Test]
    public void What_a_katas_project_takes_is_taken_here()
    {
        var compilation = Compiled.Of("""
            using System.Collections.Concurrent;
            using System.Collections.Immutable;
            using System.Diagnostics;
            using System.Runtime.CompilerServices;
            using System.Threading.Channels;
            namespace Tiny;
            public sealed class C(int start)
            {
                private readonly Lock gate = new();
                private readonly ConcurrentDictionary<int, string?> seen = [];
                public int Start { get => field; set => field = value; } = start;
                public async IAsyncEnumerable<int> Count([EnumeratorCancellation] CancellationToken token = default)
                {
                    var channel = Channel.CreateBounded<int>(1);
                    await Parallel.ForAsync(0, 3, token, async (i, t) => { await Task.Yield(); lock (gate) seen[i] = $"{i}"; });
                    ImmutableArray<int> all = [.. Enumerable.Range(0, 3).AsParallel().Select(i => i * i)];
                    using var client = new HttpClient();
                    Debug.WriteLine(Stopwatch.GetTimestamp());
                    await foreach (var i in channel.Reader.ReadAllAsync(token)) yield return i + all.Length;
                }
            }
            """);
        compilation.Errors.ShouldBeEmpty();
        compilation.Debug!.Name.ShouldBe("Tiny");
    }

    [Test]
    public void The_same_text_gives_the_same_bytes()
    {
        var (one, two) = (Compiled.Of("class C { }"), Compiled.Of("class C { }"));
        two.Release!.Pe.ShouldBe(one.Release!.Pe);
        two.Debug!.Pe.ShouldBe(one.Debug!.Pe);
        two.Debug.Pdb.ShouldBe(one.Debug.Pdb);
    }

    [Test]
    public void The_PDB_knows_the_file_by_its_name_alone()
    {
        var debug = Compiled.Of("class C\n{\n    int M() => 1;\n}\n").Debug!;
        using var module = ModuleDefinition.ReadModule(new MemoryStream(debug.Pe), new ReaderParameters
        {
            ReadSymbols = true,
            SymbolStream = new MemoryStream(debug.Pdb!),
            SymbolReaderProvider = new PortablePdbReaderProvider(),
        });
        var point = module.GetType("C").Methods.First(method => method.Name == "M").DebugInformation.SequencePoints[0];
        (point.Document.Url, point.StartLine).ShouldBe(("Tiny.cs", 3));
    }
}
