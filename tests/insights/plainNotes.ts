/** Notes as colleagues write them while they listen: plain, and of nobody's mind. */
export const PLAIN_NOTES: readonly string[] = `
Ask who renumbers the parts
Old part numbers find nothing
She called three times before anybody answered
He waited eleven days for the second box
They don't get it before Friday
They don't get it on time, and nobody tells them
The parcel was promised for Monday and they didn't get it until Thursday
Customers do not understand the invoice
Customers don't understand why the price differs
The stupid form asks for the number twice
This stupid login again
The dumb printer at the counter
That field is useless
This one is useless on a phone
The hotline was useless to her
Useless without the order number
The search is hopeless with old numbers
A hopeless case of two systems
The text is pathetic on a small screen
Lazy loading hides the price
The page is too dim in the yard
Thick cables do not fit
The manual is too thick to carry
I felt like an idiot
He said he felt stupid at the counter
"I feel so stupid when I have to ask again"
They treat us like idiots
We were treated like fools
It made me look like a fool in front of my boss
She was called a know-it-all by the dealer
They called us time-wasters
I am an idiot, I forgot to ask about the depot
I'm a bit lazy with the forms myself
We are idiots if we do not fix this
He was made to feel that he was the problem
Foolproof packaging wanted
An idiot-proof label is not what they ask for
Do not let the price fool you
April fool mail went to real customers
She does not know who to ring
He doesn't know what we do with the form
They never read the confirmation
They don't read the mail because it comes at night
They can't read the label in the rain
He cannot read the number on the worn plate
They won't listen to a recording for five minutes
She understands the rule, she finds it unfair
Nobody explained it to him
Why do we ask for the fax number
Two systems, two passwords
Delivery note and invoice differ
Who owns the returns
They wait for a call back
He would pay more for a fixed day
She prefers mail over the phone
The driver has no phone number
The driver knows them by name
The invoice arrives before the goods
They keep a list of their own on paper
He took a photo of the broken seal
Three rounds until the offer was right
Offer took nine days
They wanted one price, not three
The discount is not on the offer
Nobody told her that the part was renumbered
The colleague at the depot solved it in a minute
The depot is friendly and fast
He likes the counter and hates the portal
She hates the portal
They hate the waiting music
He was angry about the second letter
She laughed about the greeting
The chat closes at five
The chat is quick
The chat gave a wrong answer
What would have helped: a photo of the part
What would have helped: one name to ring
We promise 48 hours and need 72
Ask about the 72 hours
Ask why they order on Sunday nights
Order on Sunday night, call on Monday
The order is typed in again by hand
He types everything twice
The export has no prices
They build their own table from our export
The label does not stick in winter
Winter: labels fall off
In summer the depot closes early
Opening hours on the door are wrong
Sign at gate 3 points the wrong way
Gate 3, the sign again
No place to turn the truck
The ramp is too high for his van
Forklift only until four
He unloads by hand
She unloads alone
They share one account among six people
Six people, one password
Password reset goes to the boss
The boss is on holiday, so nobody can order
Permissions are set by us, not by them
They asked for a second user in March
It is still open
Ticket was closed without an answer
Closed, reopened, closed again
The survey came before the delivery
Survey after each call
He no longer answers surveys
They want to know what became of their answer
Nobody told them what became of it
What did we do after last time
Last time they told us the same
The same point as last year
It got better with the new counter
New counter is good
The new mail is good, short and clear
The app crashes at the photo step
Photo upload fails without a word
The error says E42
Nobody here knows E42 either
Look up E42
Returns need a form, a stamp and a call
The stamp is in another office
The other office has other hours
Refund took five weeks
Five weeks for forty euros
Forty euros is not the point, she says
The point is that nobody rang
He rang, we did not
We say "soon", they hear "today"
What does "soon" mean to them
For him late is after lunch
For her late is the next day
On Fridays nobody picks up
Friday afternoon is the worst
Monday morning is fine
They plan on Thursdays
Planning on Thursdays: send the list on Wednesdays
The list has last week's stock
Stock says 4, the shelf says 0
Shelf says 0 again
They order two to get one
Two orders, one cancelled
Cancelling takes a call
A call costs them twenty minutes
Twenty minutes times six people
He did the sum for us
She has the numbers, ask for them
Ask for the numbers
She brought the old catalogue
They miss the paper catalogue
Paper in the van, phone in the office
No signal in the yard
Works offline? Ask
Does it work offline
They write on the box with a marker
Marker on the box is their system
Their own numbers, not ours
Could we print their numbers
Print their numbers on our label
Label with their number: who decides
Who decides about the label
Sales promised it in spring
Sales did not know about it
Finance needs the form, why
Why does finance need the form
Legal asked for the second signature
Second signature adds three days
Three days for a signature
He signs everything at once on Mondays
She signs for her brother
Brother runs the second site
Second site orders apart from the first
Two sites, two discounts
One discount would be fair
"Fair" came up four times
"Nobody rang" came up five times
They thank Petra at the counter
Petra is the reason they stay
They stay because of Petra
They would leave because of the portal
One of them left in May
Came back in July
Why did he come back
The competitor shows stock
The competitor rings back in an hour
The competitor is dearer
Dearer, but they answer
They answer within the hour
We do not know when we answered
Measure the time to the first answer
First answer in 26 hours
26 hours is a day lost on site
A day on site costs 900
The crew waits in the van
The crew went home
The crew was sent to another site
He had to tell his own customer
His customer was furious
Her customer stayed calm
She covers for us
She says "my supplier" and means us
Ask her what she tells them
Quiet today, more next time
Thank them for the sign
Look at gate 3 tomorrow
Ring Mr Adams on Tuesday
Mr Adams wants the list by mail
`
  .split("\n")
  .filter((line) => line !== "");
