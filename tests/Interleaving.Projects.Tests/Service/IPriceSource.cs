namespace Interleaving.Projects.Tests.Service;

public interface IPriceSource
{
    Task<decimal> PriceOf(string product, CancellationToken cancellationToken);
}
