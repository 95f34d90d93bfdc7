using Benchmarks;
using Interleaving.Models.Tasks;

namespace Interleaving.Tests.Models;

/// <summary>Hash codes are the same in every execution and in every process.</summary>
public sealed class HashingModelsTests
{
    [TestCase(nameof(Corpus.HashCodes.Of_objects_without_one_of_their_own))]
    [TestCase(nameof(Corpus.HashCodes.Of_addresses_are_those_of_texts))]
    [TestCase(nameof(Corpus.HashCodes.Of_cultures_encodings_and_comparers_are_those_of_their_names))]
    [TestCase(nameof(Corpus.HashCodes.Of_texts_by_a_culture_are_those_of_their_sort_keys))]
    [TestCase(nameof(Corpus.HashCodes.Names_of_files_that_are_drawn))]
    [TestCase(nameof(Corpus.HashCodes.Of_one_object_twice_and_of_keys_of_a_dictionary))]
    [TestCase(nameof(Corpus.HashCodes.Locks_that_are_chosen_by_them))]
    public void A_program_of_the_corpus_holds(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.HashCodes), program));

    /// <summary>Each says the same in all executions of a search, and of another that comes later.</summary>
    [TestCase("EqualityComparer<object>.Default.GetHashCode(new object())", TestName = "default comparer of objects")]
    [TestCase("EqualityComparer<K>.Default.GetHashCode(new K())", TestName = "default comparer of a class")]
    [TestCase("((IEqualityComparer<object>)EqualityComparer<object>.Default).GetHashCode(new object())", TestName = "default comparer by its interface")]
    [TestCase("((IEqualityComparer)EqualityComparer<object>.Default).GetHashCode(new object())", TestName = "default comparer by its untyped interface")]
    [TestCase("ReferenceEqualityComparer.Instance.GetHashCode(new object())", TestName = "comparer by identity")]
    [TestCase("((IEqualityComparer<object?>)ReferenceEqualityComparer.Instance).GetHashCode(\"a\")", TestName = "comparer by identity by its interface")]
    [TestCase("(new object(), 1).GetHashCode()", TestName = "tuple")]
    [TestCase("(1, (2, new object())).GetHashCode()", TestName = "tuple in a tuple")]
    [TestCase("Tuple.Create(new object()).GetHashCode()", TestName = "tuple that is an object")]
    [TestCase("new R(new object()).GetHashCode()", TestName = "record")]
    [TestCase("new V(new object()).GetHashCode()", TestName = "record struct")]
    [TestCase("new S { O = new object() }.GetHashCode()", TestName = "struct without a method of its own")]
    [TestCase("new { O = new object() }.GetHashCode()", TestName = "anonymous object")]
    [TestCase("new KeyValuePair<object, int>(new object(), 1).GetHashCode()", TestName = "pair of key and value")]
    [TestCase("Of(new S { O = new object() }) + Of(new object()) + Of((new object(), 2))", TestName = "type parameter")]
    [TestCase("((Action)new K().Do).GetHashCode()", TestName = "delegate")]
    [TestCase("typeof(K).GetHashCode() + typeof(K).GetMethod(\"Do\")!.GetHashCode()", TestName = "type and member")]
    [TestCase("Thread.CurrentThread.GetHashCode() + new Thread(() => { }).GetHashCode()", TestName = "thread")]
    [TestCase("HashCode.Combine(new object(), (new object(), 1))", TestName = "combined")]
    [TestCase("StringComparer.Ordinal.GetHashCode(\"abc\") - \"abc\".GetHashCode() + StringComparer.OrdinalIgnoreCase.GetHashCode(\"abc\")", TestName = "comparer of strings")]
    [TestCase("new Memory<int>([1]).GetHashCode()", TestName = "memory")]
    [TestCase("new ReadOnlyMemory<int>([1]).GetHashCode()", TestName = "read-only memory")]
    [TestCase("new ArraySegment<int>([1]).GetHashCode()", TestName = "segment of an array")]
    [TestCase("System.Collections.Immutable.ImmutableArray.Create(1, 2).GetHashCode()", TestName = "immutable array")]
    [TestCase("new CancellationTokenSource().Token.GetHashCode()", TestName = "token")]
    [TestCase("new ValueTask(new TaskCompletionSource().Task).GetHashCode()", TestName = "value task")]
    [TestCase("new ValueTask<object>(new object()).GetHashCode()", TestName = "value task of an object")]
    [TestCase("(1..3).GetHashCode()", TestName = "range")]
    [TestCase("\"abc\".GetHashCode(StringComparison.Ordinal) - string.GetHashCode(\"abc\".AsSpan()) + string.GetHashCode(\"ABC\".AsSpan(), StringComparison.OrdinalIgnoreCase)", TestName = "text by a comparison")]
    [TestCase("(BigInteger.One << 99).GetHashCode() - (BigInteger.One << 99).GetHashCode() + new Complex(1, 2).GetHashCode() + new Vector3(1).GetHashCode()", TestName = "numbers")]
    [TestCase("((IStructuralEquatable)(new object(), 1)).GetHashCode(EqualityComparer<object>.Default)", TestName = "tuple by structure")]
    [TestCase("StructuralComparisons.StructuralEqualityComparer.GetHashCode(new object[] { new object() })", TestName = "array by structure")]
    [TestCase("((IStructuralEquatable)new[] { new object() }).GetHashCode(EqualityComparer<object>.Default)", TestName = "array by structure itself")]
    [TestCase("HashSet<object>.CreateSetComparer().GetHashCode(new HashSet<object> { new object() })", TestName = "comparer of sets")]
    [TestCase("new List<object> { new object() }.Select(o => o.GetHashCode()).Sum()", TestName = "query")]
    [TestCase("new[] { new object() }.Select(EqualityComparer<object>.Default.GetHashCode!).Sum()", TestName = "method group of a comparer")]
    [TestCase("((Func<int>)new object().GetHashCode)()", TestName = "method group of an object")]
    [TestCase("((Func<object?, int>)RuntimeHelpers.GetHashCode)(new object())", TestName = "method group of identity")]
    [TestCase("int.Parse(Order(Ks().ToHashSet().Select(k => k.N)))", TestName = "order of a set")]
    [TestCase("int.Parse(Order(Ks().GroupBy(k => k).Select(k => k.Key.N)))", TestName = "order of groups")]
    [TestCase("int.Parse(Order(Ks().ToLookup(k => k).Select(k => k.Key.N)))", TestName = "order of a lookup")]
    public void Is_the_same_in_each_execution(string expression)
    {
        var hash = Snippet.Load($$"""
            using System.Collections;
            using System.Numerics;
            using System.Runtime.CompilerServices;
            public static class P
            {
                public static int Hash() => {{expression}};
                static int Of<T>(T x) where T : notnull => x.GetHashCode();
                static string Order(IEnumerable<int> numbers) => string.Concat(numbers);
                static K[] Ks() => [.. Enumerable.Range(1, 8).Select(n => new K { N = n })];
                class K { public int N; public void Do() { } }
                sealed record R(object O);
                record struct V(object O);
                struct S { public object O; }
            }
            """).Method<Func<int>>("P.Hash");
        var seen = new HashSet<int>();
        for (var search = 0; search < 2; search++)
        {
            Explorer.Explore(
                () =>
                {
                    var other = TaskModel.Run(() => hash());
                    seen.Add(hash());
                    TaskModel.Wait(other);
                },
                new ExplorationOptions { Schedules = 1 });
        }

        seen.Count.ShouldBe(1);
    }

    [TestCase("var a = new object(); Check(EqualityComparer<object>.Default.GetHashCode(a) == a.GetHashCode() && (a, 1).GetHashCode() == (a, 1).GetHashCode() && (a, 1).GetHashCode() != (a, 2).GetHashCode());", TestName = "equal values have equal codes")]
    [TestCase("int? n = null; Check(n.GetHashCode() == 0 && new int?(3).GetHashCode() == 3); var e = DayOfWeek.Friday; Check(e.GetHashCode() == 5);", TestName = "nullable values and enumerations")]
    [TestCase("Throws<NullReferenceException>(() => Of<object>(null!)); Check(EqualityComparer<object?>.Default.GetHashCode(null!) == 0);", TestName = "null")]
    [TestCase("var s = new HashSet<(object, int)>(); var o = new object(); s.Add((o, 1)); Check(s.Contains((o, 1)) && !s.Contains((o, 2)));", TestName = "a set of tuples")]
    [TestCase("var c = new C(); Check(c.GetHashCode(\"x\") == 7 && ((IEqualityComparer<string>)c).GetHashCode(\"x\") == 7 && new D().GetHashCode(\"x\") == 8);", TestName = "comparers of one's own")]
    public void Hash_codes_are_right(string statements) => Woven.ShouldHold($$"""
        static int Of<T>(T x) => x!.GetHashCode();
        sealed class C : IEqualityComparer<string> { public bool Equals(string? a, string? b) => true; public int GetHashCode(string s) => 7; }
        sealed class D : EqualityComparer<string> { public override bool Equals(string? a, string? b) => true; public override int GetHashCode(string s) => 8; }
        public void Run() { {{statements}} }
        """);

    [TestCase(nameof(Corpus.HashCodes.Of_tokens_and_registrations))]
    public void Hash_codes_of_tokens_are_right(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.HashCodes), program));
}
