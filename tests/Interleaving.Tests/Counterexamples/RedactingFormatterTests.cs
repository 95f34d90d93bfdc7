using Interleaving.Naming;
using Interleaving.Scheduling;

namespace Interleaving.Tests.Counterexamples;

public sealed class RedactingFormatterTests
{
    [Test]
    public void The_same_value_has_the_same_letter_in_the_order_of_the_story()
    {
        var discretion = new RedactingFormatter();
        var (unread, first, second) = (discretion.Value(7), discretion.Value(100), discretion.Value("100"));
        var (story, message) = discretion.Tidy(new Story([$"Deposit({second})"], [Step("reads x → " + first), Step($"writes x ← {second}"), Step("reads y → " + first)]), $"{first} is not {unread}");
        var told = story.ShouldNotBeNull();
        told.Lanes.ShouldBe(["Deposit(α)"]);
        told.Steps.Select(step => step.Text).ShouldBe(["reads x → β", "writes x ← α", "reads y → β"]);
        message.ShouldBe("β is not γ");
    }

    /// <summary>Nobody did it, so it is no step.</summary>
    [Test]
    public void The_letters_are_explained_below_the_table()
    {
        var discretion = new RedactingFormatter();
        var story = discretion.Tidy(new Story(["main"], [Step($"reads x → {discretion.Value(7)}"), Step("ends")]), "").Story.ShouldNotBeNull();
        story.ToTable().ShouldBe(
            """
                main
                ───────────
                reads x → α
                ends

            Greek letters stand for values of the hidden test: the same letter, the same value.

            """);
    }

    [Test]
    public void Nothing_is_said_of_letters_where_there_are_none()
    {
        var story = new Story(["main"], [Step("starts Thread #1"), Step("reads x → null")]);
        new RedactingFormatter().Tidy(story, "").Story.ShouldBe(story);
    }

    [Test]
    public void There_are_letters_for_more_values_than_the_alphabet_has()
    {
        var discretion = new RedactingFormatter();
        var text = string.Join(' ', Enumerable.Range(0, 50).Select(number => discretion.Value(number)));
        var told = discretion.Tidy(new Story(["main"], [Step(text), Step(text)]), "").Story!.Steps[0].Text.Split(' ');
        told.Distinct().Count().ShouldBe(50);
        told.ShouldContain("ω");
        told[24].ShouldBe("α2");
        told[48].ShouldBe("α3");
    }

    [TestCase(null, "null")]
    [TestCase(true, "true")]
    public void What_tells_no_input_is_plain(object? value, string shown) => new RedactingFormatter().Value(value).ShouldBe(shown);

    /// <summary>A program could spell any number by the nesting of arguments and ranks.</summary>
    [TestCase(typeof(List<int>), "List")]
    [TestCase(typeof(Dictionary<List<int>, int[]>), "Dictionary")]
    [TestCase(typeof(int[][,][]), "array")]
    [TestCase(typeof(Secret), "Secret")]
    [TestCase(typeof(Outer<List<int>>.Inner), "Inner")]
    public void An_object_is_its_type_without_arguments(Type type, string shown) => new RedactingFormatter().TypeName(type).ShouldBe(shown);

    /// <summary>Members of an enumeration are digits to whoever declares it.</summary>
    [Test]
    public void A_member_of_an_enumeration_is_a_value() => new RedactingFormatter().Value(DayOfWeek.Monday).ShouldNotContain("Monday");

    /// <summary>How long, how often and how many are numbers that a program can choose; their order is what it did.</summary>
    [Test]
    public void Of_time_and_of_what_is_numbered_only_the_order_is_told()
    {
        var (story, message) = new RedactingFormatter().Tidy(
            new Story(
                ["Deposit #193"],
                [
                    Step("starts Task.Run #193") with { At = TimeSpan.FromTicks(193) },
                    Step("locks Gate#41") with { At = TimeSpan.FromTicks(193) },
                    StoryStep.Abridged(0, $"… {new RedactingFormatter().Count(192)}more times …", TimeSpan.FromTicks(194)),
                ]),
            "Task.Run #193 does not end");

        story.ShouldNotBeNull().Lanes.ShouldBe(["Deposit #2"]);
        story.Steps.Select(step => step.Text).ShouldBe(
            ["… time passes …", "starts Task.Run #2", "locks Gate#1", "… time passes …", "… more times …"]);
        story.Steps.ShouldAllBe(step => step.At == TimeSpan.Zero);
        message.ShouldBe("Task.Run #2 does not end");
    }

    [Test]
    public void Operations_on_simulated_cores_are_numbered_by_their_order() =>
        new RedactingFormatter().Tidy([new CoreUse(0, "Task.Run #193", 0, 9, 9, 1), new CoreUse(1, "main", 0, 9, 9, 1), new CoreUse(1, "Thread #7", 9, 12, 3, 1)])
            .Select(use => use.Operation).ShouldBe(["Task.Run #2", "main", "Thread #1"]);

    [Test]
    public void A_number_in_the_clothes_of_an_enum_is_a_number() => new RedactingFormatter().Value((DayOfWeek)193).ShouldNotContain("193");

    [Test]
    public void The_platforms_words_are_told_without_what_they_were_given()
    {
        Says(() => new Dictionary<string, int>()["secret"].ToString()).ShouldBe(": The given key '…' was not present in the dictionary.");
        Says(() => new Queue<int>().Dequeue()).ShouldBe(": Queue empty.");
        Says(() => int.Parse("secret", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(": The input string '…' was not in a correct format.");
        Says(() => new List<int>(-193)).ShouldNotContain("193");
        Says(() => ObjectDisposedException.ThrowIf(true, typeof(Secret))).ShouldBe(": Cannot access a disposed object.");
        Says(() => new SemaphoreSlim(1, 1).Release()).ShouldBe(": Adding the specified count to the semaphore would cause it to exceed its maximum count.");
        var source = new TaskCompletionSource();
        source.SetResult();
        Says(source.SetResult).ShouldBe(": An attempt was made to transition a task to a final state when it had already completed.");
    }

    [Test]
    public void Words_of_the_program_are_not_told()
    {
        const string Untold = " (what it says is not told of a hidden test)";
        new RedactingFormatter().Says(new InvalidOperationException("secret")).ShouldBe(Untold);
        new RedactingFormatter().Says(new Secret()).ShouldBe(Untold);
        new RedactingFormatter().Says(new InvalidOperationException("Queue empty. secret")).ShouldBe(Untold);
    }

    private static string Says(Action fail)
    {
        try
        {
            fail();
        }
        catch (Exception e)
        {
            return new RedactingFormatter().Says(e);
        }

        return "";
    }

    private static StoryStep Step(string text) => new(0, null, 0, StoryStepKind.Read, text, TimeSpan.Zero);

    private sealed class Outer<T>
    {
        public sealed class Inner;
    }

    private sealed class Secret : Exception
    {
        public override string Message => "Queue empty.";
    }
}
