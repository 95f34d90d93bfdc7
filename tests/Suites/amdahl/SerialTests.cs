using Interleaving.NUnit;

namespace ConcurrencyKatas.Amdahl.Suite;

[TestFixture]
public sealed class SerialTests
{
    private const string Criterion = "serial-stays-serial";

    /// <summary>The last negative is developed first, and one in between takes longest.</summary>
    [Test, Interleaved(Cores = 3), Category(Criterion)]
    public void Unpacked_before_and_bound_after_in_order([Values(0, 1, 2, 4)] int negatives)
    {
        var draw = Inputs.Draw();
        var darkroom = new WatchedDarkroom(negatives, draw.Next(100, 900)) { Slow = draw.Next(0, 4) };

        Album.Make(darkroom);

        IsMade(darkroom);
    }

    [Test, Interleaved(Cores = 2), Category(Criterion)]
    public void Negatives_that_are_ready_at_any_moment_keep_their_order()
    {
        var darkroom = new WatchedDarkroom(3, Inputs.Draw().Next(100, 900)) { TakesNoTime = true };

        Album.Make(darkroom);

        IsMade(darkroom);
    }

    /// <summary>More negatives than any number of workers, once: whether two accesses are ordered is looked at here as well.</summary>
    [Test, Interleaved(Schedules = 3, Cores = 4), Category(Criterion)]
    public void A_whole_film_is_in_order_as_well()
    {
        var draw = Inputs.Draw();
        var darkroom = new WatchedDarkroom(draw.Next(30, 60), draw.Next(100, 900)) { Slow = draw.Next(0, 20) };

        Album.Make(darkroom);

        IsMade(darkroom);
    }

    [Test, Interleaved(Cores = 2), Category(Criterion)]
    public void Two_albums_at_once_are_apart()
    {
        var draw = Inputs.Draw();
        WatchedDarkroom one = new(2, draw.Next(100, 400)), other = new(3, draw.Next(500, 900));

        Thread thread = new(() => Album.Make(one));
        thread.Start();
        Album.Make(other);
        thread.Join();

        IsMade(one);
        IsMade(other);
    }

    [Test, Interleaved(Cores = 2), Category(Criterion)]
    public void One_album_after_the_other_has_its_own_prints()
    {
        var draw = Inputs.Draw();
        foreach (var negatives in (int[])[3, 1, 2])
        {
            var darkroom = new WatchedDarkroom(negatives, draw.Next(100, 900));
            Album.Make(darkroom);
            IsMade(darkroom);
        }
    }

    /// <summary>The first, one in between, the last; two at once.</summary>
    [Test, Interleaved(Cores = 3), Category(Criterion)]
    public void A_spoilt_print_is_heard_of_and_nothing_is_bound([Values(0, 1, 3)] int spoilt, [Values] bool another)
    {
        var darkroom = new WatchedDarkroom(4, Inputs.Draw().Next(100, 900))
        {
            Failure = negative => negative == spoilt || (another && negative == 2) ? new IOException($"print {negative}") : null,
        };

        var outcome = OutcomeOf(darkroom);

        Claim.That(All(outcome).Any(failure => failure is IOException), Wording.FailureLost);
        Claim.That(darkroom.Bound == 0, Wording.BoundWithHoles);
        Claim.That(darkroom.AtWork == 0, Wording.StillAtWork);
        Claim.That(darkroom.IsOnceAtMost, Wording.SpoiltAgain);
    }

    /// <summary>The last negative takes much longer than the one that is spoilt.</summary>
    [Test, Interleaved(Cores = 3), Category(Criterion)]
    public void Whoever_is_still_at_work_after_a_spoilt_print_is_waited_for([Values(0, 1)] int spoilt)
    {
        var darkroom = new WatchedDarkroom(3, Inputs.Draw().Next(100, 900))
        {
            Slow = 2,
            Failure = negative => negative == spoilt ? new IOException($"print {negative}") : null,
        };

        var outcome = OutcomeOf(darkroom);

        Claim.That(darkroom.AtWork == 0, Wording.StillAtWork);
        Claim.That(All(outcome).Any(failure => failure is IOException), Wording.FailureLost);
        Claim.That(darkroom.Bound == 0, Wording.BoundWithHoles);
    }

    [Test, Interleaved(Cores = 2), Category(Criterion)]
    public void A_film_that_cannot_be_unpacked_is_heard_of()
    {
        var failure = new IOException("wet");
        var darkroom = new WatchedDarkroom(3, 100) { UnpackingFailure = failure };

        var outcome = OutcomeOf(darkroom);

        Claim.That(All(outcome).Contains(failure), Wording.FailureLost);
        Claim.That(darkroom.Unpacked == 1, Wording.UnpackedOnce);
        Claim.That(darkroom.Developed == 0 && darkroom.Bound == 0, Wording.BeforeUnpacking);
    }

    [Test, Interleaved(Cores = 2), Category(Criterion)]
    public void An_album_that_cannot_be_bound_is_heard_of()
    {
        var failure = new IOException("glue");
        var darkroom = new WatchedDarkroom(3, 100) { BindingFailure = failure };

        var outcome = OutcomeOf(darkroom);

        Claim.That(All(outcome).Contains(failure), Wording.FailureLost);
        Claim.That(darkroom.Bound == 1, Wording.BoundOnce);
        Claim.That(darkroom.Unpacked == 1, Wording.UnpackedOnce);
        Claim.That(darkroom.IsOnceEach, Wording.DevelopedOnce);
    }

    private static void IsMade(WatchedDarkroom darkroom)
    {
        Claim.That(darkroom.Unpacked == 1, Wording.UnpackedOnce);
        Claim.That(!darkroom.DevelopedTooSoon, Wording.BeforeUnpacking);
        Claim.That(darkroom.IsOnceEach, Wording.DevelopedOnce);
        Claim.That(!darkroom.BoundTooSoon, Wording.BoundTooSoon);
        Claim.That(darkroom.Bound == 1, Wording.BoundOnce);
        Claim.That(darkroom.Album.SequenceEqual(darkroom.Expected), Wording.Order);
    }

    private static Exception? OutcomeOf(WatchedDarkroom darkroom)
    {
        try
        {
            Album.Make(darkroom);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private static IEnumerable<Exception> All(Exception? exception) => exception switch
    {
        null => [],
        AggregateException several => several.Flatten().InnerExceptions,
        _ => [exception],
    };
}
