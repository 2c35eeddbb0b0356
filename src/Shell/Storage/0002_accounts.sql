-- Accounts. Secrets are hashed (tokens, codes, passphrase) or sealed (authenticator key, data protection keys): a dump opens nothing.
create table user_account (
    id uuid not null primary key,
    organisation uuid not null,
    name text not null,
    sign_in_name text not null,
    language text not null,
    disabled boolean not null,
    persona boolean not null,
    created timestamptz not null,
    last_sign_in timestamptz,
    passphrase text not null,
    authenticator bytea,
    authenticator_step bigint not null
);
create unique index user_account_sign_in_name on user_account (sign_in_name);
create index user_account_organisation on user_account (organisation);

create table passkey (
    credential bytea not null primary key,
    account uuid not null references user_account (id),
    name text not null,
    public_key bytea not null,
    counter bigint not null,
    transports text not null,
    user_verified boolean not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    attestation bytea not null,
    client_text bytea not null,
    created timestamptz not null,
    last_used timestamptz
);
create index passkey_account on passkey (account);

create table recovery_code (
    account uuid not null references user_account (id),
    hash bytea not null,
    primary key (account, hash)
);

create table user_session (
    id uuid not null primary key,
    token bytea not null,
    account uuid not null references user_account (id),
    factor text not null,
    created timestamptz not null,
    seen timestamptz not null,
    network text not null,
    agent text not null,
    stepped_up timestamptz,
    ended timestamptz
);
create unique index user_session_token on user_session (token);
create index user_session_account on user_session (account, ended);

create table account_invitation (
    id uuid not null primary key,
    token bytea not null,
    kind text not null,
    organisation uuid not null,
    made_by uuid not null,
    account uuid not null,
    is_new boolean not null,
    name text not null,
    sign_in_name text not null,
    language text not null,
    grants text not null,
    created timestamptz not null,
    until timestamptz not null,
    redeemed timestamptz,
    enrol bytea,
    enrolled timestamptz
);
create unique index account_invitation_token on account_invitation (token);
create unique index account_invitation_enrol on account_invitation (enrol);
create index account_invitation_account on account_invitation (account);

create table api_token (
    id uuid not null primary key,
    token bytea not null,
    account uuid not null references user_account (id),
    name text not null,
    scopes text not null,
    created timestamptz not null,
    until timestamptz not null,
    used timestamptz,
    ended timestamptz
);
create unique index api_token_token on api_token (token);
create index api_token_account on api_token (account);

-- A challenge that was answered once is never answered again, on whichever node.
create table spent_challenge (
    hash bytea not null primary key,
    until timestamptz not null
);

create table data_protection_key (
    name text not null primary key,
    sealed bytea not null,
    created timestamptz not null
);
