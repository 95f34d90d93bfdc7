using Interleaving.Platform;
using Interleaving.Weaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Benchmarks.PublicSolutions;

/// <summary>A solution and the exercise's test in one assembly, compiled as <c>dotnet test</c> does.</summary>
/// <param name="Image">The assembly.</param>
/// <param name="Pdb">Its symbols.</param>
internal sealed record CompiledAccount(byte[] Image, byte[] Pdb)
{
    public const string Name = "PublicSolution";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static int nextSite;

    /// <summary>The first error in <c>Error</c>, when there is one.</summary>
    public static (CompiledAccount? Account, string Error) Of(BankAccountSource source)
    {
        var test = SourceText.From(Test(source), System.Text.Encoding.UTF8);
        var compilation = CSharpCompilation.Create(
            Name,
            [.. source.Files.Select(BankAccountSource.Parse), CSharpSyntaxTree.ParseText(test, path: "Exercise.cs")],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, deterministic: true));
        using var image = new MemoryStream();
        using var pdb = new MemoryStream();
        var result = compilation.Emit(image, pdb, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        return result.Success
            ? (new CompiledAccount(image.ToArray(), pdb.ToArray()), "")
            : (null, result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToString());
    }

    /// <summary>Loaded under control: a method of the test, to be explored.</summary>
    /// <exception cref="NotSupportedException">It calls what has no model.</exception>
    public Action Woven(string method)
    {
        var woven = Weaver.Weave(Image, Pdb, new WeaveOptions { FirstSite = nextSite });
        nextSite = woven.NextSite;
        if (woven.Unsupported.Count > 0)
            throw new NotSupportedException(woven.Unsupported[0].ToString());
        var context = new WovenContext(Name);
        context.Add(woven);
        return context.LoadWoven(Name).GetType("Exercise", throwOnError: true)!.GetMethod(method)!.CreateDelegate<Action>();
    }

    /// <summary>
    /// Of the exercise's kind: several change the balance, by one more and one less, and in the end it is what it was; also with
    /// somebody who asks for the balance meanwhile. With the usings that the exercise's project file has had since .NET 6.
    /// </summary>
    private static string Test(BankAccountSource source) => $$"""
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;

        public static class Exercise
        {
            public static void Alone()
            {
                var account = Opened();
                Change(account, 1);
                if ({{source.Balance}} != 1)
                    throw new Exception($"a deposit of 1 makes it {{{source.Balance}}}");
                Change(account, -1);
                Check(account);
            }

            public static void Changes() => Together(Opened(), tasks: 3, rounds: 1);

            public static void ChangesAndARead()
            {
                var account = Opened();
                var read = Task.Run(() => {{source.Balance}});
                Together(account, tasks: 2, rounds: 1);
                if (read.Result < 0 || read.Result > 2)
                    throw new Exception($"a balance of {read.Result} is read meanwhile");
            }

            public static void Stress() => Together(Opened(), tasks: 500, rounds: 100);

            private static void Together({{source.Class}} account, int tasks, int rounds)
            {
                Task.WaitAll(Enumerable.Range(0, tasks).Select(_ => Task.Run(() =>
                {
                    for (var round = 0; round < rounds; round++)
                    {
                        Change(account, 1);
                        Change(account, -1);
                    }
                })).ToArray());
                Check(account);
            }

            private static {{source.Class}} Opened()
            {
                var account = new {{source.Class}}();
                account.Open();
                return account;
            }

            private static void Change({{source.Class}} account, int amount)
            {
                {{source.Change}}
            }

            private static void Check({{source.Class}} account)
            {
                if ({{source.Balance}} != 0)
                    throw new Exception($"the balance is {{{source.Balance}}} in the end, not 0");
            }
        }
        """;
}
