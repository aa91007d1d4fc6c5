/** What the features know of this device and its copies; they never open or close one themselves. */
export {
  type HeldSeat,
  type KeptWords,
  type KnownWorkshop,
  PublishError,
  RelayError,
  type ReplicaStatus,
} from "@sameside/replica";
