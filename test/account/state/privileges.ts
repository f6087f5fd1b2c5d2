/** A role's privileges by the groups in which answers have them; requests have them in one list. */
export interface GroupedPrivileges {
  analytics_settings: string[];
  administration_settings: string[];
  general_settings: string[];
}

/** Those that the specification names. */
const known: GroupedPrivileges = {
  analytics_settings: [
    ...both('RptWallboard RptCustomReports RptDashboards'),
    ...read('RptMyAgents RptQueueAnalytics RptQueueAnalyticsOverview RptActiveChannelEngagements'),
    ...read('RptAgentReport RptAgentReportOverview RptQueueChartReport RptQueueChartReportOverView'),
    ...read('RptQueueDetailReport RptQueueIntervalReport RptFlowChartReport RptFlowDetailReport RptSurvey'),
    ...read('RptSubscriptions RptLogs RptContactCenter RptContactCenterOperationLog'),
    ...edit('RptWallboardShare RptAgentReportExport RptQueueChartReportExport RptQueueDetailReportExport'),
    ...edit('RptQueueIntervalReportExport RptFlowChartReportExport RptFlowDetailReportExport'),
    ...edit('RptSurveyExport RptCustomReportsShare RptCustomReportsExport RptCustomReportsSchedule'),
    ...edit('RptLogsExport RptLogsErasePII RptDashboardsShare RptContactCenterExport'),
    ...edit('RptContactCenterOperationLogExport'),
  ],
  administration_settings: [
    ...both('UserManagement TeamManagement RoleManagement SkillManagement InboxManagement QueueManagement'),
    ...both('NumberManagement RoutingProfileManagement DispositionManagement WaitingRoomManagement'),
    ...both('FlowManagement PreferenceManagement AddressBookManagement AddressCustomFieldManagement'),
    ...both('CampaignManagement IntegrationManagement RoutingEngineManagement'),
    ...read('LogManagement EngagementLogManagement VoiceCallLogManagement SMSLogManagement'),
    ...read('RecordingsLogManagement VariablesLogManagement VoiceRecordingAccess'),
    ...edit('EngagementLogExport EngagementLogErasePII VoiceCallLogExport SMSLogExport RecordingsLogExport'),
    ...edit('VariablesLogExport VariablesLogDelete RecordingPlay VoiceRecordingDownload'),
    ...edit('VoiceRecordingDelete VoiceDataRetentionExemption'),
  ],
  general_settings: [
    ...names('OutboundVoiceCall OutboundVideoCall OutboundSMS OutboundEmail QueueOptInOut OtherUserQueueOpt'),
    ...names('ChangeUserStatus ContactManagement VoicemailManagement VoicemailPlay VoicemailDownload'),
    ...names('VoicemailAssign VoicemailDelete OwnCallRecordingView MessagingTranscript EmailTranscript'),
    ...names('MessagingTranscriptDelete MessagingTranscriptDownload EmailTranscriptDelete'),
    ...names('EmailTranscriptDownload ConsumerHistory EngagementNote FileShare EngagementUpgrade'),
    ...names('ChatToVoiceUpgrade FacebookToVoiceUpgrade SMSToVoiceUpgrade WhatsAppToVoiceUpgrade'),
    ...names('InstagramToVoiceUpgrade TeamChatToVoiceUpgrade ChatToVideoUpgrade FacebookToVideoUpgrade'),
    ...names('SMSToVideoUpgrade VoiceToVideoUpgrade WhatsAppToVideoUpgrade InstagramToVideoUpgrade'),
    ...names('TeamChatToVideoUpgrade VideoOnHold EngagementTransfer CobrowseSession WaitingRoomVideoDropIn'),
    ...names('WaitingRoomVideoChat EngagementListen EngagementWhisper EngagementBarge EngagementTakeover'),
    ...names('ActiveEngagements ScheduledEngagements CompletedEngagements TeamTab AddressBookTab InboxTab'),
    ...names('AnalyticsTab'),
  ],
};

const all = new Set(Object.values(known).flat());

export function isPrivilege(name: string): boolean {
  return all.has(name);
}

export function grouped(privileges: readonly string[]): GroupedPrivileges {
  const of = (group: keyof GroupedPrivileges) => known[group].filter(name => privileges.includes(name));
  return {
    analytics_settings: of('analytics_settings'),
    administration_settings: of('administration_settings'),
    general_settings: of('general_settings'),
  };
}

/** Of the roles that an account begins with. */
export function firstPrivileges(role: string): string[] {
  if (role === 'Admin') return [...all];
  const general = ['OutboundVoiceCall', 'QueueOptInOut'];
  return role === 'Supervisor' ? [...general, 'UserManagement:Read', 'RptMyAgents:Read'] : general;
}

function names(list: string): string[] {
  return list.split(' ');
}

function read(list: string): string[] {
  return names(list).map(name => `${name}:Read`);
}

function edit(list: string): string[] {
  return names(list).map(name => `${name}:Edit`);
}

function both(list: string): string[] {
  return [...read(list), ...edit(list)];
}
