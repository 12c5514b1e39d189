using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Notifier.Application.ScheduleChanges;
using Notifier.ScheduleChanges;

namespace Notifier.Web;

/// <summary>
/// <c>POST /api/schedule-changes</c>: a program of the school office announces a day that will not be as usual, in the same
/// words as the file of <c>announce</c>. Answers 202 with what was understood, or 400 with everything that must be mended.
/// </summary>
/// <param name="submit">Takes the change.</param>
/// <param name="key">Who may post; null: nobody, and the address is not there.</param>
/// <param name="logger">Hears of outcomes, never of content.</param>
public sealed partial class ScheduleChangeRoutes(SubmitScheduleChange submit, SchoolOfficeKey? key, ILogger<ScheduleChangeRoutes> logger)
    : IWebRoutes
{
    public const string Path = "/schedule-changes";

    /// <summary>Holds the key. Not <c>Authorization</c>: a sign-in in front of the app would take that for its own.</summary>
    public const string KeyHeader = "X-Notifier-Key";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        if (key is not null)
        {
            endpoints.MapPost(Path, context => TakeAsync(key, context));
        }
    }

    private async Task TakeAsync(SchoolOfficeKey opening, HttpContext context)
    {
        var shown = context.Request.Headers[KeyHeader];
        if (!opening.Opens(shown.Count == 1 ? shown[0] : null))
        {
            // Before the body is read: strangers cost nothing.
            LogNotOpened(shown.Count == 0 ? "missing" : "wrong");
            await RefuseAsync(
                context, StatusCodes.Status401Unauthorized,
                new("header", $"{KeyHeader} is missing or is not the key of the school office", "Send the key that the district's IT set"));
            return;
        }

        var body = await RawBody.ReadAsync(context, ScheduleChangeText.MostBytes);
        if (body.Refused is { } status)
        {
            LogAnswered(status, 0);
            await RefuseAsync(
                context, status,
                new("body", "it is too large, or broke off", $"Send one change of at most {ScheduleChangeText.MostBytes:N0} bytes"));
            return;
        }

        try
        {
            var reading = ScheduleChangeText.ReadAll(body.Bytes);
            // Whoever hangs up posts again: what is on its way to the queue goes there all the same.
            await submit.RunAsync(reading, CancellationToken.None);
            LogAnswered(StatusCodes.Status202Accepted, 0);
            await ScheduleChangeAnswers.TakenAsync(context, reading.Change);
        }
        catch (ScheduleChangeException wrong)
        {
            LogAnswered(StatusCodes.Status400BadRequest, wrong.Problems.Count);
            await ScheduleChangeAnswers.RefusedAsync(context, StatusCodes.Status400BadRequest, wrong.Problems, ScheduleChangePlaces.Of(body.Bytes));
        }
        catch (Exception problem)
        {
            LogNotQueued(problem.GetType().Name);
            await RefuseAsync(
                context, StatusCodes.Status503ServiceUnavailable,
                new("body", "it could not be put on its queue just now", "Post the same again in a minute; twice does nothing more than once"));
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, ScheduleChangeProblem problem) =>
        ScheduleChangeAnswers.RefusedAsync(context, status, [problem], places: null);

    [LoggerMessage(Level = LogLevel.Information, Message = "/schedule-changes: answered {Status}, {Problems} problems")]
    private partial void LogAnswered(int status, int problems);

    [LoggerMessage(Level = LogLevel.Warning, Message = "/schedule-changes: answered 401, the key is {Fault}")]
    private partial void LogNotOpened(string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "/schedule-changes: a change could not be queued ({Problem}); the office is asked to post it again")]
    private partial void LogNotQueued(string problem);
}
