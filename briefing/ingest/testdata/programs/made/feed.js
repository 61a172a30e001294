// Writes the page and a second article as RSS and Atom with the package feed
// (npm, 5.2), as sites do.
//
//     node feed.js FOLDER
const { Feed } = require("feed"), fs = require("fs");
const page = fs.readFileSync("tide-accord.html", "utf8");
const text = page.slice(page.indexOf('<p class="standfirst">'), page.indexOf("</article>"));
const feed = new Feed({ title: "Harbour Courier", id: "https://courier.example/", link: "https://courier.example/", updated: new Date("2023-03-15T09:00:00Z"), copyright: "", language: "en" });
feed.addItem({ title: "Harbour towns sign a tide accord", id: "https://courier.example/tide-accord.html", link: "https://courier.example/tide-accord.html",
  date: new Date("2023-03-14T16:30:00Z"), author: [{ name: "Mira Solberg", email: "mira@courier.example" }], description: "Two years of quarrels end.", content: text });
feed.addItem({ title: "Ferry crews call off their strike", id: "https://courier.example/ferries/strike", link: "https://courier.example/ferries/strike",
  date: new Date("2023-03-15T08:10:00Z"), author: [{ name: "Ole Quist", email: "ole@courier.example" }], description: "Four deckhands more.",
  content: "<p>Ferry crews between Skerry and Port Denn called off the strike they had planned for Easter, after the line agreed to hire four more deckhands.</p><p>Runa Dahl, who speaks for the crews, sits in the joint office of six people as well.</p>" });
fs.writeFileSync(process.argv[2] + "/feed.rss", feed.rss2());
fs.writeFileSync(process.argv[2] + "/feed.atom", feed.atom1());
