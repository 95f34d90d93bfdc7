using Grader.Reporting.Html;

namespace Grader.Tests.Reporting.Html;

[TestFixture]
internal sealed class ProblemShapeTests
{
    [TestCase("balance += amount;", "_money+=sum;   // wrong")]
    [TestCase("if (balance < 5) return false;", "if (money < 17) return false;")]
    [TestCase("""var a = "x" + b;""", """var text = "quite // another" + other;""")]
    [TestCase("Interlocked.Add(ref total, x);", "Interlocked.Add( ref sum,  item );")]
    public void Lines_of_one_shape(string line, string other) => ProblemShape.OfCode(other).ShouldBe(ProblemShape.OfCode(line));

    [TestCase("balance += amount;", "balance -= amount;")]
    [TestCase("balance = balance + amount;", "balance = other + amount;")]
    [TestCase("Interlocked.Add(ref total, x);", "Interlocked.Exchange(ref total, x);")]
    [TestCase("lock (gate) n++;", "if (gate) n++;")]
    [TestCase("a = b;", "a = 1;")]
    public void Lines_of_two_shapes(string line, string other) => ProblemShape.OfCode(other).ShouldNotBe(ProblemShape.OfCode(line));

    [Test]
    public void A_shape_reads_like_the_line() =>
        ProblemShape.OfCode("  await Task.Delay(100, token); // later").ShouldBe("await Task . Delay ( 0 , #1 ) ;");

    [Test]
    public void Messages_that_differ_in_numbers_are_alike() =>
        ProblemShape.OfMessage("7 were in flight, 3.5 are allowed.\nand more").ShouldBe(ProblemShape.OfMessage("12 were in flight, 4 are allowed."));
}
