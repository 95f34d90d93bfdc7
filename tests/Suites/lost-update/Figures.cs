namespace ConcurrencyKatas.LostUpdate.Suite;

/// <summary>The figures of a statement, one by one: what makes two statements equal is written by whoever is judged.</summary>
internal static class Figures
{
    public static bool Shows(this Statement statement, int balance, int deposited, int withdrawn) =>
        statement.Balance == balance && statement.Deposited == deposited && statement.Withdrawn == withdrawn;
}
