/** What the features know of this device and its copies; they never open or close one themselves. */
export {
  copiesOf,
  type KeptWords,
  type KnownWorkshop,
  noteCopy,
  PublishError,
  RelayError,
  type ReplicaStatus,
  type SavedCopy,
} from "@sameside/replica";
