/**
 * Ids by what they name. Each is a plain string, and a plain string (from a route, a file, an event) may stand for any
 * of them; the compiler refuses one kind where another is wanted: a lane's id is no card's.
 */
declare const kind: unique symbol;
type IdOf<Kind extends string> = string & { readonly [kind]?: Kind };

export type JourneyId = IdOf<"journey">;
export type PhaseId = IdOf<"phase">;
export type LaneId = IdOf<"lane">;
export type TouchpointId = IdOf<"touchpoint">;
export type CardId = IdOf<"card">;
export type RatingId = IdOf<"rating">;
export type MomentId = IdOf<"moment">;
export type SuggestionId = IdOf<"suggestion">;
export type EvidenceId = IdOf<"evidence">;
export type CommentId = IdOf<"comment">;
export type ConnectorId = IdOf<"connector">;
export type ClaimId = IdOf<"claim">;
export type AccountId = IdOf<"account">;
export type TopicId = IdOf<"topic">;
export type QuoteId = IdOf<"quote">;
export type PersonId = IdOf<"person">;
/** What evidence is about. */
export type SubjectId = CardId | TouchpointId;
/** What comments are about: anything of a map, and the map itself. */
export type TalkSubjectId = SubjectId | PhaseId | LaneId | JourneyId;
