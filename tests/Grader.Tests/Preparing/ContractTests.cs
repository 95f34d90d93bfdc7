using Grader.Preparing;
using Grader.Tests.Compiling;

namespace Grader.Tests.Preparing;

/// <summary>The suite of lost-update is a real one; the others here bind to small contracts of their own.</summary>
public sealed class ContractTests
{
    private static readonly byte[] Suite =
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "suites", "LostUpdate.Suite.dll"));

    [Test]
    public void The_reference_fulfils_it() => Missing(Desk.Reference).ShouldBeEmpty();

    [Test]
    public void A_missing_type_is_named() =>
        Missing("namespace ConcurrencyKatas.LostUpdate; public sealed record Statement(int Balance, int Deposited, int Withdrawn);")
            .ShouldBe(["LostUpdate.cs: the kata's contract needs the public type Account, which is missing; keep the stub's names"]);

    [Test]
    public void A_type_that_is_not_public_is_named() =>
        Missing(Desk.Reference.Replace("public sealed class Account", "internal sealed class Account"))
            .ShouldContain("LostUpdate.cs: the kata's contract needs Account to be public");

    [Test]
    public void A_record_that_became_a_struct_is_named() =>
        Missing(Desk.Reference.Replace("public sealed record Statement", "public readonly record struct Statement"))
            .ShouldContain("LostUpdate.cs: the kata's contract needs Statement to be a class, and it is a struct");

    [Test]
    public void A_struct_that_became_a_class_is_named()
    {
        const string contract = "public readonly record struct Pair<T>(T Left, T Right); public static class Pairs { public static Pair<int>[] All() => null!; }";
        var suite = SuiteOf(contract, "class S { int M() => Pairs.All().Length; }");
        Problems(suite, contract).ShouldBeEmpty();
        Problems(suite, contract.Replace("readonly record struct", "record"))
            .ShouldBe(["Tiny.cs: the kata's contract needs Pair to be a struct, and it is not one"]);
    }

    [Test]
    public void A_missing_property_is_written_as_in_the_stub() =>
        Missing(Desk.Reference.Replace("int Balance\n", "int Money\n"))
            .ShouldBe(["LostUpdate.cs: the kata's contract needs `public int Account.Balance { get; }`, which is missing; give it back the stub's signature"]);

    [Test]
    public void A_changed_signature_is_told_with_what_it_is_now() =>
        Missing(Desk.Reference.Replace("public void Deposit(int amount)", "public async Task Deposit(long cents)").Replace("balance += amount", "balance += (int)cents").Replace("deposited += amount", "deposited += (int)cents"))
            .ShouldBe([
                "LostUpdate.cs: the kata's contract needs `public void Account.Deposit(int)`, "
                + "but it is now `public Task Account.Deposit(long cents)`; give it back the stub's signature"]);

    [Test]
    public void A_member_that_became_static_is_told() =>
        Missing(Desk.Reference.Replace("public Statement GetStatement() =>", "public static Statement GetStatement() => null!; Statement Old() =>")
                .Replace("public Statement GetStatement()\n", "public static Statement GetStatement() => null!;\n    Statement Old()\n"))
            .ShouldContain(problem => problem.Contains("but it is now `public static Statement Account.GetStatement()`", StringComparison.Ordinal));

    [Test]
    public void A_member_that_is_hidden_is_told() =>
        Missing(Desk.Reference.Replace("public void Deposit", "internal void Deposit"))
            .ShouldBe(["LostUpdate.cs: the kata's contract needs `public void Account.Deposit(int)` to be public"]);

    [Test]
    public void Generics_nullables_tuples_and_fields_are_compared_and_written_as_in_CSharp()
    {
        const string contract = "public class Box<T> { public T? Value; public (int, string[]) Take<TOut>(T item, Func<T, TOut?> map, int? most) => default; }";
        var suite = SuiteOf(contract, "class S { object M() => new Box<string>().Take<object>(\"\", x => x, 3); string? F() => new Box<string>().Value; }");
        Problems(suite, contract).ShouldBeEmpty();
        Problems(suite, "public class Box<T> { public object? Value; public int Take<TOut>(T item) => 0; }").ShouldBe([
            "Tiny.cs: the kata's contract needs `public (int, string[]) Box.Take<T>(T, Func<T, T>, int?)`, "
            + "but it is now `public int Box.Take<T>(T item)`; give it back the stub's signature",
            "Tiny.cs: the kata's contract needs the field `public T Box.Value`, but its type is now object"], ignoreOrder: true);
    }

    [Test]
    public void A_member_added_to_an_interface_of_the_contract_is_told()
    {
        const string contract = "public interface IDriver { int Read(); }";
        var suite = SuiteOf(contract, "class S : IDriver { public int Read() => 1; }");
        Problems(suite, contract).ShouldBeEmpty();
        Problems(suite, "public interface IDriver { int Read(); void Close(); }").ShouldBe([
            "Tiny.cs: `public void IDriver.Close()` is not in the kata's contract; leave the interface as the stub has it"]);
    }

    [Test]
    public void An_inherited_member_counts() =>
        Problems(
            SuiteOf("public class A { public int M() => 1; } public class B : A;", "class S { int M() => new B().M(); }"),
            "public class Base { public int M() => 1; } public class A : Base; public class B : A;").ShouldBeEmpty();

    private static List<string> Missing(string code)
    {
        var compilation = Compiled.Of(code, "LostUpdate");
        compilation.Errors.ShouldBeEmpty();
        return [.. Contract.Missing(Suite, compilation.Release!.Pe, "LostUpdate", "LostUpdate.cs").Select(finding => finding.ToString())];
    }

    private static List<string> Problems(byte[] suite, string code) =>
        [.. Contract.Missing(suite, Compiled.Of(code).Release!.Pe, "Tiny", "Tiny.cs").Select(finding => finding.ToString())];

    /// <summary>A suite that was compiled against the contract.</summary>
    private static byte[] SuiteOf(string contract, string suite)
    {
        var references = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "references"))
            .Select(path => (Microsoft.CodeAnalysis.MetadataReference)Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(path))
            .Append(Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(Compiled.Of(contract).Release!.Pe));
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(
            "Tiny.Suite", [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText("#nullable enable\n" + suite)], references,
            new Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        result.Success.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }
}
