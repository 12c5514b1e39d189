namespace Notifier.Adapters.DistrictFolders.Fields;

/// <summary>The two letters of states and territories under IDEA, and <c>US</c> for federal rules alone.</summary>
internal static class States
{
    private static readonly Dictionary<string, string> NameOf = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AL"] = "Alabama",
        ["AK"] = "Alaska",
        ["AZ"] = "Arizona",
        ["AR"] = "Arkansas",
        ["CA"] = "California",
        ["CO"] = "Colorado",
        ["CT"] = "Connecticut",
        ["DE"] = "Delaware",
        ["DC"] = "District of Columbia",
        ["FL"] = "Florida",
        ["GA"] = "Georgia",
        ["HI"] = "Hawaii",
        ["ID"] = "Idaho",
        ["IL"] = "Illinois",
        ["IN"] = "Indiana",
        ["IA"] = "Iowa",
        ["KS"] = "Kansas",
        ["KY"] = "Kentucky",
        ["LA"] = "Louisiana",
        ["ME"] = "Maine",
        ["MD"] = "Maryland",
        ["MA"] = "Massachusetts",
        ["MI"] = "Michigan",
        ["MN"] = "Minnesota",
        ["MS"] = "Mississippi",
        ["MO"] = "Missouri",
        ["MT"] = "Montana",
        ["NE"] = "Nebraska",
        ["NV"] = "Nevada",
        ["NH"] = "New Hampshire",
        ["NJ"] = "New Jersey",
        ["NM"] = "New Mexico",
        ["NY"] = "New York",
        ["NC"] = "North Carolina",
        ["ND"] = "North Dakota",
        ["OH"] = "Ohio",
        ["OK"] = "Oklahoma",
        ["OR"] = "Oregon",
        ["PA"] = "Pennsylvania",
        ["RI"] = "Rhode Island",
        ["SC"] = "South Carolina",
        ["SD"] = "South Dakota",
        ["TN"] = "Tennessee",
        ["TX"] = "Texas",
        ["UT"] = "Utah",
        ["VT"] = "Vermont",
        ["VA"] = "Virginia",
        ["WA"] = "Washington",
        ["WV"] = "West Virginia",
        ["WI"] = "Wisconsin",
        ["WY"] = "Wyoming",
        ["AS"] = "American Samoa",
        ["GU"] = "Guam",
        ["MP"] = "Northern Mariana Islands",
        ["PR"] = "Puerto Rico",
        ["VI"] = "U.S. Virgin Islands",
        ["US"] = "federal rules alone",
    };

    /// <param name="text">As written.</param>
    /// <param name="state">Two capital letters.</param>
    public static FieldFault? Parse(string text, out string state)
    {
        state = text.ToUpperInvariant();
        if (NameOf.ContainsKey(state))
        {
            return null;
        }

        state = "";
        var name = NearestWord.Of(text, NameOf.Values);
        var code = NameOf.FirstOrDefault(pair => pair.Value == name).Key;
        return new FieldFault("it is not the two letters of a state", code is null
            ? "Write two letters such as TX, or US for federal rules alone"
            : $"Write {code} for {name}");
    }
}
