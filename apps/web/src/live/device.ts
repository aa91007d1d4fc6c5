/** What the features know of this device and its copies; they never open or close one themselves. */
export {
  type KnownWorkshop,
  PublishError,
  RelayError,
  type ReplicaStatus,
} from "@sameside/replica";
