IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [AspNetRoles] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [NormalizedName] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [ConcurrencyStamp] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_AspNetRoles] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Channels] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SellingOn] bit NOT NULL,
        [BookingOn] bit NOT NULL,
        [IsNew] bit NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Channels] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [DataProtectionKeys] (
        [Id] int NOT NULL IDENTITY,
        [FriendlyName] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [Xml] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_DataProtectionKeys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Deeds] (
        [Id] uniqueidentifier NOT NULL,
        [Verb] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ActorId] uniqueidentifier NOT NULL,
        [ResultId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_Deeds] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [ExchangeRates] (
        [Id] uniqueidentifier NOT NULL,
        [From] nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [To] nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Rate] decimal(18,8) NOT NULL,
        [ValidFrom] date NOT NULL,
        [EnteredAt] datetime2 NOT NULL,
        [EnteredBy] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_ExchangeRates] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [InvoiceSeries] (
        [Name] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Last] int NOT NULL,
        CONSTRAINT [PK_InvoiceSeries] PRIMARY KEY ([Name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Notices] (
        [Id] uniqueidentifier NOT NULL,
        [AgencyId] uniqueidentifier NOT NULL,
        [AgentId] uniqueidentifier NULL,
        [BookingId] uniqueidentifier NULL,
        [Kind] nvarchar(30) NOT NULL,
        [Said] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [At] datetime2 NOT NULL,
        [SeenAt] datetime2 NULL,
        CONSTRAINT [PK_Notices] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [OutboxMails] (
        [Id] uniqueidentifier NOT NULL,
        [Intent] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Template] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SealedTo] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AgencyId] uniqueidentifier NULL,
        [BookingId] uniqueidentifier NULL,
        [SealedData] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [DueAt] datetime2 NOT NULL,
        [ClaimedUntil] datetime2 NULL,
        [SentAt] datetime2 NULL,
        [Attempts] int NOT NULL,
        [Doubts] int NOT NULL,
        [LastProblem] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [MessageId] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_OutboxMails] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [PortalKeys] (
        [Name] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Sealed] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_PortalKeys] PRIMARY KEY ([Name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [PriceRules] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [AgencyId] uniqueidentifier NULL,
        [ConnectionId] uniqueidentifier NULL,
        [PromoterId] uniqueidentifier NULL,
        [Category] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [Percent] decimal(18,4) NOT NULL,
        [AmountEach] decimal(18,4) NOT NULL,
        [RoundUpTo] decimal(18,4) NOT NULL,
        [ChangedAt] datetime2 NOT NULL,
        [ChangedBy] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_PriceRules] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [ProviderCalls] (
        [Id] bigint NOT NULL IDENTITY,
        [At] datetime2 NOT NULL,
        [ConnectionId] uniqueidentifier NOT NULL,
        [HoldId] uniqueidentifier NULL,
        [OrderId] uniqueidentifier NULL,
        [Request] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [RequestBody] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [Status] int NULL,
        [ResponseBody] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [Milliseconds] int NOT NULL,
        [Silence] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_ProviderCalls] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [AspNetRoleClaims] (
        [Id] int NOT NULL IDENTITY,
        [RoleId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [ClaimValue] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_AspNetRoleClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetRoleClaims_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Agencies] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [IsActive] bit NOT NULL,
        [TimeZone] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Currency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Email] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [ChannelId] uniqueidentifier NULL,
        [Address] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [CreditLimit] decimal(18,4) NULL,
        [Balance] decimal(18,4) NOT NULL,
        [CreditTurn] bigint NOT NULL,
        [Conversion] nvarchar(30) NOT NULL,
        [ConvertHoursBefore] int NOT NULL,
        [FirstReminderHours] int NOT NULL,
        [LastReminderHours] int NOT NULL,
        [GuestsSendLinks] bit NOT NULL,
        [GuestsDueDays] int NOT NULL,
        [GuestsRemindDays] int NOT NULL,
        [GuestsWarnHours] int NOT NULL,
        [GuestsEraseDays] int NOT NULL,
        [CustomerLanguage] nvarchar(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_Agencies] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Agencies_Channels_ChannelId] FOREIGN KEY ([ChannelId]) REFERENCES [Channels] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Connections] (
        [Id] uniqueidentifier NOT NULL,
        [Name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ProviderKind] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [BaseUrl] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SealedValues] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [IsEnabled] bit NOT NULL,
        [ConfigurationProblem] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [ChannelId] uniqueidentifier NULL,
        [MarginSeconds] int NULL,
        [SettleSeconds] int NULL,
        [FeePerTicket] decimal(18,4) NOT NULL,
        [FeeCurrency] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [TimeZone] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [OrderEmail] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [CatalogMark] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [CatalogReadAt] datetime2 NULL,
        [CatalogSweptAt] datetime2 NULL,
        [CatalogProblem] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [CatalogOwner] uniqueidentifier NULL,
        [CatalogOwnedUntil] datetime2 NULL,
        CONSTRAINT [PK_Connections] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Connections_Channels_ChannelId] FOREIGN KEY ([ChannelId]) REFERENCES [Channels] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [AspNetUsers] (
        [Id] uniqueidentifier NOT NULL,
        [AgencyId] uniqueidentifier NULL,
        [DisplayName] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [IsActive] bit NOT NULL,
        [UserName] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [NormalizedUserName] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [Email] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [NormalizedEmail] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [SecurityStamp] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [ConcurrencyStamp] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [PhoneNumber] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetimeoffset NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_AspNetUsers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUsers_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Carts] (
        [Id] uniqueidentifier NOT NULL,
        [AgencyId] uniqueidentifier NOT NULL,
        [AgentId] uniqueidentifier NOT NULL,
        [Name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [IsCurrent] bit NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [SealedCustomer] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
        [OnOpenAnswer] nvarchar(30) NOT NULL,
        [OnRefusal] nvarchar(30) NOT NULL,
        [SealedBuyer] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [BuyerChangedAt] datetime2 NULL,
        [DeliveryJson] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Carts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Carts_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Invoices] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [Number] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AgencyId] uniqueidentifier NOT NULL,
        [AgencyName] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AgencyAddress] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [From] date NOT NULL,
        [To] date NOT NULL,
        [IssuedAt] datetime2 NOT NULL,
        [IssuedBy] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Currency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Total] decimal(18,4) NOT NULL,
        CONSTRAINT [PK_Invoices] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Invoices_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Promoters] (
        [Id] uniqueidentifier NOT NULL,
        [ConnectionId] uniqueidentifier NOT NULL,
        [ProviderRef] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SellingOn] bit NOT NULL,
        [BookingOn] bit NOT NULL,
        [IsNew] bit NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Promoters] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Promoters_Connections_ConnectionId] FOREIGN KEY ([ConnectionId]) REFERENCES [Connections] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [ClaimValue] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUserClaims_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserLogins] (
        [LoginProvider] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ProviderKey] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ProviderDisplayName] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [UserId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AspNetUserLogins_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserPasskeys] (
        [CredentialId] varbinary(850) NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [AttestationObject] varbinary(max) NOT NULL,
        [ClientDataJson] varbinary(max) NOT NULL,
        [CreatedAt] datetimeoffset NOT NULL,
        [IsBackedUp] bit NOT NULL,
        [IsBackupEligible] bit NOT NULL,
        [IsUserVerified] bit NOT NULL,
        [Name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [PublicKey] varbinary(max) NOT NULL,
        [SignCount] bigint NOT NULL,
        [Transports] nvarchar(400) NULL,
        CONSTRAINT [PK_AspNetUserPasskeys] PRIMARY KEY ([CredentialId]),
        CONSTRAINT [FK_AspNetUserPasskeys_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserRoles] (
        [UserId] uniqueidentifier NOT NULL,
        [RoleId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AspNetUserRoles] PRIMARY KEY ([UserId], [RoleId]),
        CONSTRAINT [FK_AspNetUserRoles_AspNetRoles_RoleId] FOREIGN KEY ([RoleId]) REFERENCES [AspNetRoles] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_AspNetUserRoles_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [AspNetUserTokens] (
        [UserId] uniqueidentifier NOT NULL,
        [LoginProvider] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Value] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AspNetUserTokens_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [SavedViews] (
        [Id] uniqueidentifier NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Page] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Name] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Query] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_SavedViews] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SavedViews_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Bookings] (
        [Id] uniqueidentifier NOT NULL,
        [Reference] nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AgencyId] uniqueidentifier NOT NULL,
        [AgentId] uniqueidentifier NOT NULL,
        [AgentName] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CartId] uniqueidentifier NOT NULL,
        [SealedCustomer] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
        [CreatedAt] datetime2 NOT NULL,
        [OnOpenAnswer] nvarchar(30) NOT NULL,
        [OnRefusal] nvarchar(30) NOT NULL,
        [SealedBuyer] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [EraseAt] datetime2 NULL,
        [ErasedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Bookings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Bookings_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Bookings_Carts_CartId] FOREIGN KEY ([CartId]) REFERENCES [Carts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Guests] (
        [Id] uniqueidentifier NOT NULL,
        [AgencyId] uniqueidentifier NOT NULL,
        [CartId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [SealedValues] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [ChangedAt] datetime2 NOT NULL,
        [ErasedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Guests] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Guests_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Guests_Carts_CartId] FOREIGN KEY ([CartId]) REFERENCES [Carts] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Holds] (
        [Id] uniqueidentifier NOT NULL,
        [CartId] uniqueidentifier NOT NULL,
        [AgencyId] uniqueidentifier NOT NULL,
        [ConnectionId] uniqueidentifier NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [OurReference] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AskedJson] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [HeldJson] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ExpiresAt] datetime2 NULL,
        [CommitBy] datetime2 NULL,
        [GuestsAcceptedAt] datetime2 NULL,
        [BuyerAcceptedAt] datetime2 NULL,
        [DeliveryCost] decimal(18,4) NOT NULL,
        [FrozenAt] datetime2 NULL,
        [Warning] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [RawStatus] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [CreatedAt] datetime2 NOT NULL,
        [SweepId] uniqueidentifier NULL,
        [Takes] int NOT NULL,
        [Version] bigint NOT NULL,
        [Question_Asked] nvarchar(30) NOT NULL,
        [Question_AskedAt] datetime2 NULL,
        [Question_Looks] int NOT NULL,
        [Question_NextLookAt] datetime2 NULL,
        [Question_NothingSeen] int NOT NULL,
        [Question_OwnedUntil] datetime2 NULL,
        [Question_Owner] uniqueidentifier NULL,
        [Question_SilentSince] datetime2 NULL,
        CONSTRAINT [PK_Holds] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Holds_Carts_CartId] FOREIGN KEY ([CartId]) REFERENCES [Carts] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Holds_Connections_ConnectionId] FOREIGN KEY ([ConnectionId]) REFERENCES [Connections] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Events] (
        [Id] uniqueidentifier NOT NULL,
        [ConnectionId] uniqueidentifier NOT NULL,
        [ProviderRef] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [PlainName] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Kind] nvarchar(30) NOT NULL DEFAULT N'Zone',
        [NoBooking] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [Category] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Competition] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [Description] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
        [VenueName] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [City] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [Country] nvarchar(3) COLLATE Latin1_General_100_BIN2 NULL,
        [PromoterId] uniqueidentifier NOT NULL,
        [Status] nvarchar(30) NOT NULL,
        [RawStatus] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [FromPrice] decimal(18,4) NULL,
        [FromCurrency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NULL,
        [StockHint] int NULL,
        [IsPopular] bit NOT NULL,
        [SeenAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Events] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Events_Connections_ConnectionId] FOREIGN KEY ([ConnectionId]) REFERENCES [Connections] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Events_Promoters_PromoterId] FOREIGN KEY ([PromoterId]) REFERENCES [Promoters] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [CustomerLinks] (
        [Id] uniqueidentifier NOT NULL,
        [BookingId] uniqueidentifier NOT NULL,
        [AgencyId] uniqueidentifier NOT NULL,
        [Purpose] nvarchar(30) NOT NULL,
        [GuestId] uniqueidentifier NULL,
        [Language] nvarchar(2) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [TokenHash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [SealedTo] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [CreatedBy] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        [RevokedAt] datetime2 NULL,
        [SeenAt] datetime2 NULL,
        CONSTRAINT [PK_CustomerLinks] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CustomerLinks_Bookings_BookingId] FOREIGN KEY ([BookingId]) REFERENCES [Bookings] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [GuestProgress] (
        [BookingId] uniqueidentifier NOT NULL,
        [AgencyId] uniqueidentifier NOT NULL,
        [AgentId] uniqueidentifier NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [DueAt] datetime2 NULL,
        [StartsAt] datetime2 NULL,
        [Persons] int NOT NULL,
        [PersonsDone] int NOT NULL,
        [Fields] int NOT NULL,
        [FieldsDone] int NOT NULL,
        [Refused] int NOT NULL,
        [Reopened] int NOT NULL,
        [AskedAt] datetime2 NULL,
        [AskedFor] int NOT NULL,
        [Reminders] int NOT NULL,
        [WarnedAt] datetime2 NULL,
        [NextChaseAt] datetime2 NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_GuestProgress] PRIMARY KEY ([BookingId]),
        CONSTRAINT [FK_GuestProgress_Bookings_BookingId] FOREIGN KEY ([BookingId]) REFERENCES [Bookings] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [LedgerTransactions] (
        [Id] uniqueidentifier NOT NULL,
        [Key] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [AgencyId] uniqueidentifier NOT NULL,
        [BookingId] uniqueidentifier NULL,
        [OrderId] uniqueidentifier NULL,
        [OperationId] uniqueidentifier NULL,
        [PaymentId] uniqueidentifier NULL,
        [At] datetime2 NOT NULL,
        [By] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Said] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_LedgerTransactions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LedgerTransactions_Agencies_AgencyId] FOREIGN KEY ([AgencyId]) REFERENCES [Agencies] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_LedgerTransactions_Bookings_BookingId] FOREIGN KEY ([BookingId]) REFERENCES [Bookings] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Payments] (
        [Id] uniqueidentifier NOT NULL,
        [BookingId] uniqueidentifier NOT NULL,
        [AgencyId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [RefundOf] uniqueidentifier NULL,
        [Method] nvarchar(30) NOT NULL,
        [Amount] decimal(18,4) NOT NULL,
        [Currency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Reference] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [PaidOn] date NOT NULL,
        [RecordedAt] datetime2 NOT NULL,
        [RecordedBy] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_Payments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Payments_Bookings_BookingId] FOREIGN KEY ([BookingId]) REFERENCES [Bookings] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Payments_Payments_RefundOf] FOREIGN KEY ([RefundOf]) REFERENCES [Payments] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [GuestWords] (
        [GuestId] uniqueidentifier NOT NULL,
        [Hash] nvarchar(24) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_GuestWords] PRIMARY KEY ([Hash], [GuestId]),
        CONSTRAINT [FK_GuestWords_Guests_GuestId] FOREIGN KEY ([GuestId]) REFERENCES [Guests] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [HoldReferences] (
        [Id] bigint NOT NULL IDENTITY,
        [HoldId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Value] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_HoldReferences] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_HoldReferences_Holds_HoldId] FOREIGN KEY ([HoldId]) REFERENCES [Holds] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Orders] (
        [Id] uniqueidentifier NOT NULL,
        [BookingId] uniqueidentifier NOT NULL,
        [AgencyId] uniqueidentifier NOT NULL,
        [ConnectionId] uniqueidentifier NOT NULL,
        [HoldId] uniqueidentifier NOT NULL,
        [HoldTake] int NOT NULL,
        [Number] int NOT NULL,
        [Mode] nvarchar(30) NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [OurReference] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AskedJson] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Attempt] int NOT NULL,
        [ExpiresAt] datetime2 NULL,
        [CommitBy] datetime2 NULL,
        [RawStatus] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [RefusedFor] nvarchar(30) NULL,
        [RefusedDetail] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [PreparedAt] datetime2 NULL,
        [LetGoAt] datetime2 NULL,
        [SealedBody] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [DeliveryJson] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [DeliveryCost] decimal(18,4) NOT NULL,
        [TotalNet] decimal(18,4) NOT NULL,
        [Currency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [TotalOwed] decimal(18,4) NOT NULL,
        [TotalSelling] decimal(18,4) NOT NULL,
        [AccountCurrency] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [KeptUntil] datetime2 NULL,
        [NextConvertAt] datetime2 NULL,
        [NextReminderAt] datetime2 NULL,
        [NextReadAt] datetime2 NULL,
        [CreatedAt] datetime2 NOT NULL,
        [CommittedAt] datetime2 NULL,
        [SweepId] uniqueidentifier NULL,
        [Version] bigint NOT NULL,
        [Question_Asked] nvarchar(30) NOT NULL,
        [Question_AskedAt] datetime2 NULL,
        [Question_Looks] int NOT NULL,
        [Question_NextLookAt] datetime2 NULL,
        [Question_NothingSeen] int NOT NULL,
        [Question_OwnedUntil] datetime2 NULL,
        [Question_Owner] uniqueidentifier NULL,
        [Question_SilentSince] datetime2 NULL,
        CONSTRAINT [PK_Orders] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Orders_Bookings_BookingId] FOREIGN KEY ([BookingId]) REFERENCES [Bookings] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Orders_Connections_ConnectionId] FOREIGN KEY ([ConnectionId]) REFERENCES [Connections] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Orders_Holds_HoldId] FOREIGN KEY ([HoldId]) REFERENCES [Holds] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [EventExceptions] (
        [EventId] uniqueidentifier NOT NULL,
        [OwnerId] uniqueidentifier NOT NULL,
        [Selling] bit NULL,
        [Booking] bit NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_EventExceptions] PRIMARY KEY ([EventId], [OwnerId]),
        CONSTRAINT [FK_EventExceptions_Events_EventId] FOREIGN KEY ([EventId]) REFERENCES [Events] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [EventWords] (
        [EventId] uniqueidentifier NOT NULL,
        [Word] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_EventWords] PRIMARY KEY ([Word], [EventId]),
        CONSTRAINT [FK_EventWords_Events_EventId] FOREIGN KEY ([EventId]) REFERENCES [Events] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [GroupPins] (
        [ListingId] uniqueidentifier NOT NULL,
        [EventId] uniqueidentifier NOT NULL,
        [GroupId] uniqueidentifier NOT NULL,
        [By] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_GroupPins] PRIMARY KEY ([ListingId]),
        CONSTRAINT [FK_GroupPins_Events_EventId] FOREIGN KEY ([EventId]) REFERENCES [Events] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Sessions] (
        [Id] uniqueidentifier NOT NULL,
        [EventId] uniqueidentifier NOT NULL,
        [ProviderRef] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [StartLocal] datetime2 NOT NULL,
        [EndLocal] datetime2 NOT NULL,
        [TimeZone] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
        [StartUtc] datetime2 NULL,
        [DateConfirmed] bit NOT NULL,
        [BookingFrom] datetime2 NULL,
        [BookingUntil] datetime2 NULL,
        [IsOffered] bit NOT NULL DEFAULT CAST(1 AS bit),
        [IsListed] bit NOT NULL DEFAULT CAST(1 AS bit),
        [ListedFrom] datetime2 NOT NULL,
        [ListedUntil] datetime2 NOT NULL,
        [GroupId] uniqueidentifier NULL,
        [FromPrice] decimal(18,4) NULL,
        [FromCurrency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NULL,
        [StockHint] int NULL,
        [PricedAt] datetime2 NULL,
        [SortPrice] bigint NOT NULL,
        [HasPrice] bit NOT NULL,
        [OffersJson] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [OffersReadAt] datetime2 NULL,
        CONSTRAINT [PK_Sessions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Sessions_Events_EventId] FOREIGN KEY ([EventId]) REFERENCES [Events] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [InvoiceLines] (
        [Id] bigint NOT NULL IDENTITY,
        [InvoiceId] uniqueidentifier NOT NULL,
        [TransactionId] uniqueidentifier NOT NULL,
        [Position] int NOT NULL,
        [At] datetime2 NOT NULL,
        [Text] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [BookingReference] nvarchar(12) COLLATE Latin1_General_100_BIN2 NULL,
        [Tickets] int NOT NULL,
        [Net] decimal(18,4) NOT NULL,
        [Fee] decimal(18,4) NOT NULL,
        [NetCurrency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Commission] decimal(18,4) NOT NULL,
        [Amount] decimal(18,4) NOT NULL,
        CONSTRAINT [PK_InvoiceLines] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_InvoiceLines_Invoices_InvoiceId] FOREIGN KEY ([InvoiceId]) REFERENCES [Invoices] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_InvoiceLines_LedgerTransactions_TransactionId] FOREIGN KEY ([TransactionId]) REFERENCES [LedgerTransactions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [LedgerEntries] (
        [Id] bigint NOT NULL IDENTITY,
        [TransactionId] uniqueidentifier NOT NULL,
        [Account] nvarchar(30) NOT NULL,
        [ConnectionId] uniqueidentifier NULL,
        [Amount] decimal(18,4) NOT NULL,
        [Currency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_LedgerEntries] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_LedgerEntries_LedgerTransactions_TransactionId] FOREIGN KEY ([TransactionId]) REFERENCES [LedgerTransactions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [History] (
        [Id] bigint NOT NULL IDENTITY,
        [At] datetime2 NOT NULL,
        [CartId] uniqueidentifier NULL,
        [HoldId] uniqueidentifier NULL,
        [BookingId] uniqueidentifier NULL,
        [OrderId] uniqueidentifier NULL,
        [SwitchOf] uniqueidentifier NULL,
        [AccountOf] uniqueidentifier NULL,
        [PriceOf] uniqueidentifier NULL,
        [By] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [FromState] nvarchar(30) COLLATE Latin1_General_100_BIN2 NULL,
        [ToState] nvarchar(30) COLLATE Latin1_General_100_BIN2 NULL,
        [Said] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_History] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_History_Bookings_BookingId] FOREIGN KEY ([BookingId]) REFERENCES [Bookings] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_History_Holds_HoldId] FOREIGN KEY ([HoldId]) REFERENCES [Holds] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_History_Orders_OrderId] FOREIGN KEY ([OrderId]) REFERENCES [Orders] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Operations] (
        [Id] uniqueidentifier NOT NULL,
        [OrderId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(30) NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [OurReference] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Attempt] int NOT NULL,
        [IsUndo] bit NOT NULL,
        [AboutJson] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [RawStatus] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [RefusedFor] nvarchar(30) NULL,
        [RefusedDetail] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [Returned] decimal(18,4) NULL,
        [AgreedNet] decimal(18,4) NULL,
        [TotalOwed] decimal(18,4) NOT NULL,
        [AskedNet] decimal(18,4) NULL,
        [CreatedAt] datetime2 NOT NULL,
        [EndedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        [Question_Asked] nvarchar(30) NOT NULL,
        [Question_AskedAt] datetime2 NULL,
        [Question_Looks] int NOT NULL,
        [Question_NextLookAt] datetime2 NULL,
        [Question_NothingSeen] int NOT NULL,
        [Question_OwnedUntil] datetime2 NULL,
        [Question_Owner] uniqueidentifier NULL,
        [Question_SilentSince] datetime2 NULL,
        CONSTRAINT [PK_Operations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Operations_Orders_OrderId] FOREIGN KEY ([OrderId]) REFERENCES [Orders] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [OrderReferences] (
        [Id] bigint NOT NULL IDENTITY,
        [OrderId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Value] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_OrderReferences] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_OrderReferences_Orders_OrderId] FOREIGN KEY ([OrderId]) REFERENCES [Orders] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [CartLines] (
        [Id] uniqueidentifier NOT NULL,
        [CartId] uniqueidentifier NOT NULL,
        [SessionId] uniqueidentifier NOT NULL,
        [ConnectionId] uniqueidentifier NOT NULL,
        [OfferRef] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [OfferName] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Delivery] nvarchar(30) NOT NULL,
        [Mode] nvarchar(30) NOT NULL,
        [Quantity] int NOT NULL,
        [HeldQuantity] int NOT NULL,
        [QuotedAt] datetime2 NOT NULL,
        [HoldId] uniqueidentifier NULL,
        [OrderId] uniqueidentifier NULL,
        [Problem] nvarchar(30) NULL,
        [ProblemDetail] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        [ProblemLeft] int NULL,
        [RequirementsJson] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SeatsJson] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Together] bit NOT NULL,
        [PlacesJson] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [AddedAt] datetime2 NOT NULL,
        [RemovedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        [NewQuote_AccountCurrency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NULL,
        [NewQuote_Charges] decimal(18,4) NULL,
        [NewQuote_Commission] decimal(18,4) NULL,
        [NewQuote_Currency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NULL,
        [NewQuote_Fee] decimal(18,4) NULL,
        [NewQuote_Markup] decimal(18,4) NULL,
        [NewQuote_Net] decimal(18,4) NULL,
        [NewQuote_Owed] decimal(18,4) NULL,
        [NewQuote_Rate] decimal(18,8) NULL,
        [NewQuote_Selling] decimal(18,4) NULL,
        [Quote_AccountCurrency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Quote_Charges] decimal(18,4) NOT NULL,
        [Quote_Commission] decimal(18,4) NOT NULL,
        [Quote_Currency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Quote_Fee] decimal(18,4) NOT NULL,
        [Quote_Markup] decimal(18,4) NOT NULL,
        [Quote_Net] decimal(18,4) NOT NULL,
        [Quote_Owed] decimal(18,4) NOT NULL,
        [Quote_Rate] decimal(18,8) NOT NULL,
        [Quote_Selling] decimal(18,4) NOT NULL,
        CONSTRAINT [PK_CartLines] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CartLines_Carts_CartId] FOREIGN KEY ([CartId]) REFERENCES [Carts] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_CartLines_Connections_ConnectionId] FOREIGN KEY ([ConnectionId]) REFERENCES [Connections] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CartLines_Holds_HoldId] FOREIGN KEY ([HoldId]) REFERENCES [Holds] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CartLines_Orders_OrderId] FOREIGN KEY ([OrderId]) REFERENCES [Orders] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CartLines_Sessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [Sessions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Fulfilments] (
        [Id] uniqueidentifier NOT NULL,
        [OrderId] uniqueidentifier NOT NULL,
        [RefKind] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [RefValue] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SessionId] uniqueidentifier NULL,
        [Status] nvarchar(30) NOT NULL,
        [RawStatus] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [GuestData] nvarchar(30) NOT NULL,
        [RawGuestData] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [StartLocal] datetime2 NULL,
        [GuestsSentAt] datetime2 NULL,
        [GuestsReadAt] datetime2 NULL,
        [NextGuestsAt] datetime2 NULL,
        [GuestTries] int NOT NULL,
        [ReadAt] datetime2 NOT NULL,
        CONSTRAINT [PK_Fulfilments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Fulfilments_Orders_OrderId] FOREIGN KEY ([OrderId]) REFERENCES [Orders] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Fulfilments_Sessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [Sessions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [OperationReferences] (
        [Id] bigint NOT NULL IDENTITY,
        [OperationId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Value] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_OperationReferences] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_OperationReferences_Operations_OperationId] FOREIGN KEY ([OperationId]) REFERENCES [Operations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [GuestPlaces] (
        [Id] uniqueidentifier NOT NULL,
        [CartLineId] uniqueidentifier NOT NULL,
        [Slot] int NOT NULL,
        [GuestId] uniqueidentifier NOT NULL,
        [IsLead] bit NOT NULL,
        [WantedJson] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [SealedFaults] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
        [ProviderRef] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [AcceptedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_GuestPlaces] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_GuestPlaces_CartLines_CartLineId] FOREIGN KEY ([CartLineId]) REFERENCES [CartLines] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_GuestPlaces_Guests_GuestId] FOREIGN KEY ([GuestId]) REFERENCES [Guests] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [Items] (
        [Id] uniqueidentifier NOT NULL,
        [OrderId] uniqueidentifier NOT NULL,
        [CartLineId] uniqueidentifier NOT NULL,
        [Place] int NOT NULL,
        [SessionId] uniqueidentifier NOT NULL,
        [OfferRef] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [OfferName] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [State] nvarchar(30) NOT NULL,
        [FulfilmentId] uniqueidentifier NULL,
        [ProviderRef] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [Barcode] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        [KeptUntil] datetime2 NULL,
        [GivenUpAt] datetime2 NULL,
        [WalletUrl] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [OperationId] uniqueidentifier NULL,
        [Section] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [Row] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
        [Seat] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
        [DeliveredElsewhere] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [SaleId] uniqueidentifier NULL,
        [ReturnId] uniqueidentifier NULL,
        [CreatedAt] datetime2 NOT NULL,
        [Quote_AccountCurrency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Quote_Charges] decimal(18,4) NOT NULL,
        [Quote_Commission] decimal(18,4) NOT NULL,
        [Quote_Currency] nvarchar(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Quote_Fee] decimal(18,4) NOT NULL,
        [Quote_Markup] decimal(18,4) NOT NULL,
        [Quote_Net] decimal(18,4) NOT NULL,
        [Quote_Owed] decimal(18,4) NOT NULL,
        [Quote_Rate] decimal(18,8) NOT NULL,
        [Quote_Selling] decimal(18,4) NOT NULL,
        CONSTRAINT [PK_Items] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Items_CartLines_CartLineId] FOREIGN KEY ([CartLineId]) REFERENCES [CartLines] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Items_Fulfilments_FulfilmentId] FOREIGN KEY ([FulfilmentId]) REFERENCES [Fulfilments] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Items_LedgerTransactions_ReturnId] FOREIGN KEY ([ReturnId]) REFERENCES [LedgerTransactions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Items_LedgerTransactions_SaleId] FOREIGN KEY ([SaleId]) REFERENCES [LedgerTransactions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Items_Operations_OperationId] FOREIGN KEY ([OperationId]) REFERENCES [Operations] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Items_Orders_OrderId] FOREIGN KEY ([OrderId]) REFERENCES [Orders] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_Items_Sessions_SessionId] FOREIGN KEY ([SessionId]) REFERENCES [Sessions] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE TABLE [TicketFiles] (
        [Id] uniqueidentifier NOT NULL,
        [FulfilmentId] uniqueidentifier NOT NULL,
        [ItemId] uniqueidentifier NULL,
        [Kind] nvarchar(30) NOT NULL,
        [ProviderRef] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Label] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [Sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        [FileName] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
        [ContentType] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [SealedContent] varbinary(max) NULL,
        [FetchedAt] datetime2 NULL,
        CONSTRAINT [PK_TicketFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_TicketFiles_Fulfilments_FulfilmentId] FOREIGN KEY ([FulfilmentId]) REFERENCES [Fulfilments] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_TicketFiles_Items_ItemId] FOREIGN KEY ([ItemId]) REFERENCES [Items] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Agencies_ChannelId] ON [Agencies] ([ChannelId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Agencies_Name] ON [Agencies] ([Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetRoleClaims_RoleId] ON [AspNetRoleClaims] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [RoleNameIndex] ON [AspNetRoles] ([NormalizedName]) WHERE [NormalizedName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserPasskeys_UserId] ON [AspNetUserPasskeys] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUserRoles_RoleId] ON [AspNetUserRoles] ([RoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [AspNetUsers] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_AspNetUsers_AgencyId] ON [AspNetUsers] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [AspNetUsers] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Bookings_AgencyId_CreatedAt_Id] ON [Bookings] ([AgencyId], [CreatedAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Bookings_CartId] ON [Bookings] ([CartId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Bookings_EraseAt] ON [Bookings] ([EraseAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Bookings_Reference] ON [Bookings] ([Reference]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_CartLines_CartId] ON [CartLines] ([CartId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_CartLines_ConnectionId] ON [CartLines] ([ConnectionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_CartLines_HoldId] ON [CartLines] ([HoldId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_CartLines_OrderId] ON [CartLines] ([OrderId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_CartLines_SessionId] ON [CartLines] ([SessionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Carts_AgencyId] ON [Carts] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Carts_AgentId_State] ON [Carts] ([AgentId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Channels_Name] ON [Channels] ([Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Connections_ChannelId] ON [Connections] ([ChannelId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Connections_Name] ON [Connections] ([Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_CustomerLinks_BookingId_Purpose] ON [CustomerLinks] ([BookingId], [Purpose]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_CustomerLinks_TokenHash] ON [CustomerLinks] ([TokenHash]) WHERE [TokenHash] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Events_Category_Status] ON [Events] ([Category], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Events_City] ON [Events] ([City]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Events_ConnectionId_ProviderRef] ON [Events] ([ConnectionId], [ProviderRef]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Events_IsPopular] ON [Events] ([IsPopular]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Events_Kind] ON [Events] ([Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Events_PlainName] ON [Events] ([PlainName]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Events_PromoterId] ON [Events] ([PromoterId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_EventWords_EventId] ON [EventWords] ([EventId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_ExchangeRates_From_To_ValidFrom_EnteredAt] ON [ExchangeRates] ([From], [To], [ValidFrom], [EnteredAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Fulfilments_NextGuestsAt] ON [Fulfilments] ([NextGuestsAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Fulfilments_OrderId_RefKind_RefValue] ON [Fulfilments] ([OrderId], [RefKind], [RefValue]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Fulfilments_SessionId] ON [Fulfilments] ([SessionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_GroupPins_EventId] ON [GroupPins] ([EventId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_GuestPlaces_CartLineId_Slot] ON [GuestPlaces] ([CartLineId], [Slot]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_GuestPlaces_GuestId] ON [GuestPlaces] ([GuestId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_GuestProgress_AgencyId_State_DueAt_BookingId_AgentId_Refused] ON [GuestProgress] ([AgencyId], [State], [DueAt], [BookingId], [AgentId], [Refused]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_GuestProgress_NextChaseAt] ON [GuestProgress] ([NextChaseAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_GuestProgress_State_DueAt_BookingId] ON [GuestProgress] ([State], [DueAt], [BookingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Guests_AgencyId] ON [Guests] ([AgencyId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Guests_CartId_Number] ON [Guests] ([CartId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_GuestWords_GuestId] ON [GuestWords] ([GuestId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_History_AccountOf] ON [History] ([AccountOf]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_History_BookingId] ON [History] ([BookingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_History_HoldId] ON [History] ([HoldId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_History_OrderId] ON [History] ([OrderId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_History_PriceOf] ON [History] ([PriceOf]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_History_SwitchOf] ON [History] ([SwitchOf]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_HoldReferences_HoldId_Kind] ON [HoldReferences] ([HoldId], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Holds_CartId] ON [Holds] ([CartId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Holds_ConnectionId] ON [Holds] ([ConnectionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Holds_OurReference] ON [Holds] ([OurReference]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Holds_State_ExpiresAt] ON [Holds] ([State], [ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_InvoiceLines_InvoiceId] ON [InvoiceLines] ([InvoiceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_InvoiceLines_TransactionId] ON [InvoiceLines] ([TransactionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Invoices_AgencyId_IssuedAt] ON [Invoices] ([AgencyId], [IssuedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Invoices_Number] ON [Invoices] ([Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Items_CartLineId] ON [Items] ([CartLineId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Items_FulfilmentId] ON [Items] ([FulfilmentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Items_OperationId] ON [Items] ([OperationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Items_OrderId] ON [Items] ([OrderId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Items_ReturnId] ON [Items] ([ReturnId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Items_SaleId] ON [Items] ([SaleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Items_SessionId] ON [Items] ([SessionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_LedgerEntries_TransactionId] ON [LedgerEntries] ([TransactionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_LedgerTransactions_AgencyId_At_Id] ON [LedgerTransactions] ([AgencyId], [At], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_LedgerTransactions_BookingId] ON [LedgerTransactions] ([BookingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_LedgerTransactions_Key] ON [LedgerTransactions] ([Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Notices_AgencyId_SeenAt] ON [Notices] ([AgencyId], [SeenAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_OperationReferences_OperationId] ON [OperationReferences] ([OperationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Operations_OrderId] ON [Operations] ([OrderId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Operations_OurReference] ON [Operations] ([OurReference]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Operations_State] ON [Operations] ([State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_OrderReferences_OrderId_Kind] ON [OrderReferences] ([OrderId], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_OrderReferences_Value] ON [OrderReferences] ([Value]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Orders_AgencyId_CommittedAt] ON [Orders] ([AgencyId], [CommittedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Orders_AgencyId_State] ON [Orders] ([AgencyId], [State]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Orders_BookingId] ON [Orders] ([BookingId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Orders_ConnectionId] ON [Orders] ([ConnectionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Orders_HoldId_HoldTake] ON [Orders] ([HoldId], [HoldTake]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Orders_NextConvertAt] ON [Orders] ([NextConvertAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Orders_NextReadAt] ON [Orders] ([NextReadAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Orders_NextReminderAt] ON [Orders] ([NextReminderAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Orders_State_KeptUntil] ON [Orders] ([State], [KeptUntil]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_OutboxMails_AgencyId_CreatedAt] ON [OutboxMails] ([AgencyId], [CreatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_OutboxMails_CreatedAt] ON [OutboxMails] ([CreatedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_OutboxMails_Intent] ON [OutboxMails] ([Intent]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_OutboxMails_State_DueAt] ON [OutboxMails] ([State], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Payments_AgencyId_RecordedAt] ON [Payments] ([AgencyId], [RecordedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Payments_BookingId_RecordedAt] ON [Payments] ([BookingId], [RecordedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Payments_RefundOf] ON [Payments] ([RefundOf]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_PriceRules_AgencyId_ConnectionId] ON [PriceRules] ([AgencyId], [ConnectionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Promoters_ConnectionId_ProviderRef] ON [Promoters] ([ConnectionId], [ProviderRef]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_ProviderCalls_At] ON [ProviderCalls] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_ProviderCalls_HoldId] ON [ProviderCalls] ([HoldId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_ProviderCalls_OrderId] ON [ProviderCalls] ([OrderId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SavedViews_UserId_Page_Name] ON [SavedViews] ([UserId], [Page], [Name]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Sessions_CheapestFirst] ON [Sessions] ([IsListed], [HasPrice] DESC, [SortPrice]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Sessions_DearestFirst] ON [Sessions] ([IsListed], [HasPrice] DESC, [SortPrice] DESC);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Sessions_EventId_IsListed] ON [Sessions] ([EventId], [IsListed]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Sessions_EventId_ProviderRef] ON [Sessions] ([EventId], [ProviderRef]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Sessions_EventId_StartLocal] ON [Sessions] ([EventId], [StartLocal]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Sessions_GroupId_IsListed] ON [Sessions] ([GroupId], [IsListed]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_Sessions_Soonest] ON [Sessions] ([IsListed], [ListedFrom], [ListedUntil]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_TicketFiles_FulfilmentId_ProviderRef] ON [TicketFiles] ([FulfilmentId], [ProviderRef]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    CREATE INDEX [IX_TicketFiles_ItemId] ON [TicketFiles] ([ItemId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129162954_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261129162954_Initial', N'10.0.14');
END;

COMMIT;
GO

