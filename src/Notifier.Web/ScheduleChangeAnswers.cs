using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Notifier.Application.ScheduleChanges;
using Notifier.ScheduleChanges;

namespace Notifier.Web;

/// <summary>What the school office's program is answered, as JSON.</summary>
internal static class ScheduleChangeAnswers
{
    /// <summary>The change as it was understood, every field named.</summary>
    public static async Task TakenAsync(HttpContext context, ScheduleChange change)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await WriteAsync(context, json =>
        {
            json.WritePropertyName("understood");
            json.WriteRawValue(ScheduleChangeText.Write(change));
        });
    }

    /// <param name="context">To answer.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="problems">All of them.</param>
    /// <param name="places">Of the fields; null: it is not about the body's fields.</param>
    public static async Task RefusedAsync(
        HttpContext context, int status, IReadOnlyList<ScheduleChangeProblem> problems, ScheduleChangePlaces? places)
    {
        context.Response.StatusCode = status;
        await WriteAsync(context, json =>
        {
            json.WriteStartArray("problems");
            foreach (var problem in problems)
            {
                json.WriteStartObject();
                json.WriteString("field", problem.Field);
                if (places?.Of(problem) is { } place)
                {
                    json.WriteNumber("line", place.Line);
                    json.WriteNumber("column", place.Column);
                }

                json.WriteString("what", problem.What);
                json.WriteString("remedy", problem.Remedy);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static async Task WriteAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(stream.ToArray(), context.RequestAborted);
    }
}
