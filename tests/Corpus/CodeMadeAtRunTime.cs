using System.Linq.Expressions;

namespace Corpus;

/// <summary>Code that is compiled while the program runs. What becomes of it is for the tests to say.</summary>
public static class CodeMadeAtRunTime
{
    public static void A_field_incremented_by_an_expression()
    {
        var counter = new Counter();
        var parameter = Expression.Parameter(typeof(Counter));
        var body = Expression.Block(
            Expression.PreIncrementAssign(Expression.Field(parameter, nameof(Counter.Count))),
            Expression.Empty());
        var increment = Expression.Lambda<Action<Counter>>(body, parameter).Compile();
        Twice(() => increment(counter));
    }

    public sealed class Counter
    {
        public int Count;
    }
}
