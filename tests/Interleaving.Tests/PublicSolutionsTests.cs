using Benchmarks.PublicSolutions;

namespace Interleaving.Tests;

/// <summary>The benchmark <c>public-solutions</c>, on answers of our own in a temporary folder.</summary>
internal sealed class PublicSolutionsTests
{
    private const string Frame = """
        namespace Bank;
        public class BankAccount
        {
            private readonly object gate = new object();
            private int balance;
            public void Open() => balance = 0;
            public void Close() { }
            public int Balance => /*read*/;
            public void UpdateBalance(int change) { /*change*/ }
        }
        """;

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("public-solutions-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("balance", "balance += change;", FailureKind.DataRace, FailureKind.DataRace, TestName = "No lock")]
    [TestCase("balance", "lock (gate) balance += change;", null, FailureKind.DataRace, TestName = "A lock for half of it")]
    [TestCase("Interlocked.Add(ref balance, 0)", "Interlocked.Exchange(ref balance, Balance + change);", FailureKind.Assertion, FailureKind.Assertion, TestName = "Two atomic steps")]
    [TestCase("Interlocked.Add(ref balance, 0)", "Interlocked.Add(ref balance, change);", null, null, TestName = "One atomic step")]
    [TestCase("Read()", "lock (gate) balance += change; } private int Read() { lock (gate) return balance;", null, null, TestName = "A lock for all of it")]
    [TestCase("balance", "Monitor.Enter(gate); balance += change; if (balance < 2) Monitor.Exit(gate);", FailureKind.Deadlock, null, TestName = "A lock that is kept")]
    public void A_solution_is_explored(string read, string change, FailureKind? changes, FailureKind? meanwhile)
    {
        var outcome = Trial.Of(Checkout("alice", "csharp/bank-account/BankAccount.cs", Solution(read, change)), stressRuns: 0);

        outcome.Problem.ShouldBeNull();
        outcome.Changes!.Failure.ShouldBe(changes, outcome.ToString());
        if (changes != FailureKind.Deadlock)
            outcome.Read!.Failure.ShouldBe(meanwhile, outcome.ToString());
    }

    [Test]
    public void The_newer_form_of_the_exercise_is_known_and_so_are_files_beside_it()
    {
        const string Newer = "public class BankAccount { readonly Vault vault = new(); public void Open() { } public decimal Balance => vault.Held;"
            + " public void Deposit(decimal amount) => vault.Put(amount); public void Withdraw(decimal amount) => vault.Put(-amount); }";
        Checkout("bob", "BankAccount.cs", Newer);
        Checkout("bob", "Vault.cs", "public class Vault { decimal held; public decimal Held { get { lock (this) return held; } } public void Put(decimal more) { lock (this) held += more; } }");
        Checkout("bob", "BankAccountTests.cs", "using Xunit; public class BankAccountTests { [Fact] public void Opens() { } }");
        var outcome = Trial.Of(Checkout("bob", ".meta/Example.cs", Solution("balance", "balance += change;")), stressRuns: 0);

        outcome.ToString().ShouldBe("bob: accepted; stress test passed 0 times");
    }

    [TestCase("balance", "balance += chnge;", "carol: no solution: does not compile: ")]
    [TestCase("throw new NotImplementedException()", "balance += change;", "carol: no solution: does not work in one thread: ")]
    public void What_is_no_solution_is_told_and_not_counted(string read, string change, string start)
    {
        var outcome = Trial.Of(Checkout("carol", "BankAccount.cs", Solution(read, change)), stressRuns: 0);

        outcome.ToString().ShouldStartWith(start);
        outcome.Changes.ShouldBeNull();
    }

    [Test]
    public void A_checkout_without_the_class_is_told() =>
        Trial.Of(Checkout("dave", "Leap.cs", "public class Leap { }"), stressRuns: 0).ToString().ShouldStartWith("dave: no solution: no class BankAccount with ");

    [Test]
    public void The_table_counts_what_was_found()
    {
        var racy = new Exploration { Failure = FailureKind.DataRace, Schedules = 3 };
        var worse = new Exploration { Failure = FailureKind.Deadlock, Schedules = 20 };
        var unclear = new Exploration { Failure = FailureKind.Unsupported };
        var right = new Exploration { Schedules = 200 };
        var output = new StringWriter();
        var table = PublicSolutionsTable.Table(
            [new("a", null, racy, racy, 17), new("b", null, worse, worse, 20), new("c", null, right, racy, 20), new("d", null, right, right, 20), new("e", null, unclear, unclear, 20), new("f", "no")],
            stressRuns: 20);

        table.Print(output);

        output.ToString().ShouldContain("| changes alone | 5 | 2 | 2 | 1 | 20 | 20 | 37 | 40 |");
        output.ToString().ShouldContain("| changes and a read | 5 | 1 | 3 | 1 | 3 | 20 | 57 | 60 |");
    }

    [Test]
    public void A_folder_that_is_not_there_is_an_error_with_its_name()
    {
        var missing = Path.Combine(folder, "missing");
        PublicSolutionsTable.Problem(missing).ShouldBe($"public-solutions: there is no folder {missing}");
        PublicSolutionsTable.Run(missing).ShouldBe(2);
    }

    [Test]
    public void A_folder_without_solutions_is_an_error_with_its_name()
    {
        PublicSolutionsTable.Problem(folder).ShouldBe(
            $"public-solutions: {folder} has no subfolders; each is to be a checkout with a solution of the bank-account exercise");
        Checkout("erin", "Leap.cs", "public class Leap { }");
        PublicSolutionsTable.Problem(folder).ShouldBeNull();
        PublicSolutionsTable.Run(folder).ShouldBe(2);
    }

    private static string Solution(string read, string change) =>
        Frame.Replace("/*read*/", read, StringComparison.Ordinal).Replace("/*change*/", change, StringComparison.Ordinal);

    private string Checkout(string name, string path, string text)
    {
        var file = Path.Combine(folder, name, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return Path.Combine(folder, name);
    }
}
