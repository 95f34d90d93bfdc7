using Interleaving;

namespace ConcurrencyKatas.Kitchen.Suite;

/// <summary>What a failed check tells the student: the idea, not the hidden input.</summary>
internal static class Wording
{
    public const string Appliances =
        "Pot and oven together took longer than the longer of the two. Nobody has to stand beside them: start both, then wait for both.";

    public const string NotOn = "The chopping began before both the pot and the oven were on. They need no cook, only time, so start them first.";

    public const string Twice = "The pot and the oven were not started exactly once each.";

    public const string Early = "CookAsync ended while something was still going on.";

    public const string OneCook =
        "With one cook, it took longer than the chopping and longer than the pot and the oven. A cook chops from the start, one vegetable after "
        + "another, and never waits for an appliance.";

    public const string OnePair = "Two vegetables were being chopped at the same time, and there is only one cook.";

    public const string Once = "Some vegetable was not chopped exactly once.";

    public const string Crowd = "More vegetables were being chopped at the same time than there are cooks.";

    public const string Few = "Fewer vegetables were being chopped than there are cooks, although enough of them were left.";

    public const string Idle =
        "A cook stood idle while vegetables were left. A cook who is free takes the next vegetable at once, and does not wait until the others are "
        + "done with theirs.";

    public const string Long = "Lunch took longer than this many cooks need.";

    public const string Kitchens =
        "Two lunches in two kitchens took longer at the same time than each by itself. Nothing that belongs to one lunch may be static.";

    public const string OnceInKitchens =
        "Two lunches were cooked in two kitchens at the same time, and some vegetable was not chopped exactly once. Nothing that belongs to one "
        + "lunch may be static.";

    public const string Frozen =
        "The loop stood still: its only thread was chopping, or was blocked in a wait. Chopping belongs on a thread of the pool, and a wait is an await.";

    public const string Scheduler =
        "Lunch was ordered from a task on a scheduler that runs one task at a time, and while it was cooked, that scheduler could run nothing else. "
        + "Task.Factory.StartNew uses the caller's scheduler, and what follows an await goes back to it. Task.Run always takes the thread pool.";

    public const string Kept = "CookAsync kept its caller's thread instead of returning a task at once.";

    public const string Failure = "Something failed, and the exception that came out is not the one that was thrown.";

    public const string NoTask =
        "An appliance threw before it returned a task, and CookAsync itself threw instead of returning a task that fails with the exception.";

    public const string Again = "Something failed, and a vegetable was chopped, or an appliance put on, a second time. The failure goes to the caller.";

    public const string LeftOn =
        "The failure came out while something was still going on: the pot, the oven, or the chopping. Wait for all of it first.";

    public const string Afterwards = "The failure had come out, and something new began afterwards.";

    public const string Another = "Nothing failed in this kitchen, and an exception came out anyway.";

    public static string Makespan(int cores, ParallelProfile profile) =>
        $"Of {cores} cores, {profile.Parallelism:0.0} were at work on average. Chopping is computing: as many cooks as there are cores should keep all of "
        + "them busy until nothing is left.";
}
