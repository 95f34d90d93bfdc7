using System.Collections.Concurrent;
using Grader.Configuration;
using Grader.Records;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Grader.Scoring;

/// <summary>
/// Rubric formulas, each compiled once and kept as a delegate: a first one costs half a second, and each compilation
/// leaves an assembly in the process for good.
/// </summary>
internal sealed class Formulas
{
    private static readonly ScriptOptions Options = ScriptOptions.Default
        .WithReferences(typeof(object).Assembly, typeof(Measurements).Assembly)
        .WithImports("System", "System.Math");

    private readonly ConcurrentDictionary<string, Lazy<Func<Measurements, double>>> compiled = [];

    /// <summary>The criterion's formula.</summary>
    /// <exception cref="WrongUseException">It does not compile; the message says where and why.</exception>
    public Func<Measurements, double> Of(Criterion criterion) =>
        compiled.GetOrAdd(criterion.Formula!, text => new(() => Compile(criterion.Id, text))).Value;

    private static Func<Measurements, double> Compile(string criterion, string text)
    {
        try
        {
            var run = CSharpScript.Create<double>($"(double)({text})", Options, typeof(Measurements)).CreateDelegate();
            return figures => run(figures).GetAwaiter().GetResult();
        }
        catch (CompilationErrorException e)
        {
            var names = string.Join(", ", typeof(Measurements).GetProperties().Select(property => property.Name));
            throw new WrongUseException(
                $"{Grading.FileName}: the formula of criterion '{criterion}' does not compile: {e.Diagnostics[0].GetMessage()}\n"
                + $"  {text}\n  It is one C# expression, 0 to 1, over: {names}");
        }
    }
}
