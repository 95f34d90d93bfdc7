using Microsoft.Data.Sqlite;

namespace ConcurrencyKatas.ConnectionPool.Suite;

/// <summary>
/// Real connections, outside of the explorer and in order: the time is the machine's, and nothing happens at the same time. A database in
/// memory lives as long as its connection, so what was written under one lease is there under the next only if the connection is the same.
/// </summary>
[TestFixture]
public sealed class SqliteTests
{
    [Test, Category("reuse")]
    public async Task A_temporary_table_is_there_under_the_next_lease()
    {
        var pool = new Pool<SqliteConnection>(OpenAsync, 1);

        var first = await RentAsync(pool);
        Execute(first.Connection, "CREATE TEMP TABLE notes (text TEXT)");
        await first.DisposeAsync();
        var second = await RentAsync(pool);
        var tables = Execute(second.Connection, "SELECT count(*) FROM sqlite_temp_master WHERE name = 'notes'");
        second.Connection.Close();

        Claim.That(
            tables is 1L,
            "With real connections to SQLite: a temporary table that was made under one lease was not there under the next. The connection had been "
            + "closed, or a different one was opened although this one was idle.");
    }

    /// <summary>Whoever never gets a connection should read that, and not wait for the judge's last limit.</summary>
    private static async Task<Lease<SqliteConnection>> RentAsync(Pool<SqliteConnection> pool)
    {
        var rent = pool.RentAsync();
        await Task.WhenAny(rent, Task.Delay(TimeSpan.FromSeconds(20)));
        Claim.That(rent.IsCompleted, "With real connections to SQLite: the only connection had come back, and the next borrower did not get it.");
        return await rent;
    }

    private static Task<SqliteConnection> OpenAsync(CancellationToken token)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return Task.FromResult(connection);
    }

    private static object? Execute(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements are those of this file
        command.CommandText = text;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
