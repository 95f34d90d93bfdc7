using Interleaving;

namespace ConcurrencyKatas.Kitchen.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Appliances =
        "Pot and oven together took longer than the longer of the two. Nobody has to stand beside either: put both on, then wait for both.";

    public const string NotOn = "Somebody began to chop before both pot and oven were on. They need no cook, only time, so they come first.";

    public const string Twice = "Pot and oven were not put on exactly once each.";

    public const string Early = "Lunch was said to be ready while something was still under way.";

    public const string OneCook =
        "With one cook it took longer than either the chopping or the longer of pot and oven. A cook chops from the start, one vegetable after "
        + "another, and never waits for an appliance.";

    public const string OnePair = "Two vegetables were under the knife at the same time, and there is only one cook.";

    public const string Once = "Some vegetable was not chopped exactly once.";

    public const string Crowd = "More vegetables were under the knife at the same time than there are cooks.";

    public const string Few = "There were fewer vegetables under the knife than there are cooks to chop them, although enough of them were left.";

    public const string Idle =
        "A cook stood idle while vegetables were left. A cook whose hands are free takes the next vegetable at once, and does not wait for the others "
        + "to be done with theirs.";

    public const string Long = "Lunch took longer than so many cooks need for it.";

    public const string Kitchens = "Two lunches in two kitchens took longer at the same time than each by itself: what belongs to one lunch must not be static.";

    public const string OnceInKitchens =
        "Two lunches were cooked in two kitchens at the same time, and some vegetable was not chopped exactly once: what belongs to one lunch must not be "
        + "static.";

    public const string Frozen =
        "The loop stood still: its only thread was chopping, or was blocked in a wait. Chopping belongs on a thread of the pool, and a wait is an await.";

    public const string Scheduler =
        "Lunch was ordered from a task on a scheduler that runs one task at a time, and while it was cooked, that scheduler could run nothing else. "
        + "Task.Factory.StartNew uses the caller's scheduler, and what follows an await goes back to it. Task.Run always takes the thread pool.";

    public const string Kept = "CookAsync kept its caller's thread instead of giving a task back at once.";

    public const string Failure = "Something failed, and what came out was not the exception that was thrown.";

    public const string LeftOn = "The failure came out while something was still under way: a pot, an oven, or a knife.";

    public const string Afterwards = "The failure had come out, and something still began afterwards.";

    public const string Another = "Nothing failed in this kitchen, and yet an exception came out.";

    public static string Makespan(int cores, ParallelProfile profile) =>
        $"Of {cores} cores, {profile.Parallelism:0.0} were at work on average. Chopping is computing: as many cooks as there are cores should keep all of "
        + "them busy until nothing is left.";
}
