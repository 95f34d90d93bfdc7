using Interleaving.NUnit;
using Microsoft.Data.Sqlite;

namespace Interleaving.Projects.Tests;

/// <summary>Microsoft.Data.Sqlite: a database in memory, each call a step.</summary>
public sealed class DatabaseTests
{
    [Test, Interleaved(Schedules = 50)]
    public async Task Two_updates_in_the_database_both_count()
    {
        await using var connection = await Open();
        var gate = new SemaphoreSlim(1);
        async Task Add()
        {
            await gate.WaitAsync();
            await Execute(connection, "UPDATE account SET balance = balance + 1");
            gate.Release();
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        (await Balance(connection)).ShouldBe(2);
    }

    [Test]
    public void A_balance_that_is_read_before_it_is_written_is_found()
    {
        var exploration = Explorer.Explore(
            async () =>
            {
                await using var connection = await Open();
                var gate = new SemaphoreSlim(1);
                async Task Add()
                {
                    await gate.WaitAsync();
                    var before = await Balance(connection);
                    gate.Release();
                    await gate.WaitAsync();
                    await Execute(connection, "UPDATE account SET balance = $value", before + 1);
                    gate.Release();
                }

                await Task.WhenAll(Task.Run(Add), Task.Run(Add));
                (await Balance(connection)).ShouldBe(2);
            },
            new ExplorationOptions { Schedules = 100 });
        exploration.Failure.ShouldBe(FailureKind.Assertion, exploration.Message);
    }

    private static async Task<SqliteConnection> Open()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await Execute(connection, "CREATE TABLE account (balance INTEGER); INSERT INTO account VALUES (0)");
        return connection;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "The texts are constants of this file.")]
    private static async Task Execute(SqliteConnection connection, string text, long value = 0)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        command.Parameters.AddWithValue("$value", value);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> Balance(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT balance FROM account";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
